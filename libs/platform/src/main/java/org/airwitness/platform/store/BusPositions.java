package org.airwitness.platform.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.airwitness.platform.agency.AgencyId;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a consumer goes on reading each partition, kept in the service's own database so that it
 * changes in the same transaction as the effect of what was read.
 *
 * <p>Table {@code bus_position}, see {@code docs/wire.md}. With the position goes the list of
 * agencies whose state this partition carries, for loading it after a restart.
 */
@ApplicationScoped
public class BusPositions {
  private final Pool pool;

  BusPositions(Pool pool) {
    this.pool = pool;
  }

  /** Where to go on, and whose state to load before. */
  public record BusPosition(long nextOffset, Set<AgencyId> agencies) {
    public BusPosition {
      agencies = Set.copyOf(agencies);
    }
  }

  /**
   * How far a batch has been read: made by {@code messaging}, handed through to {@code store}, so
   * that neither sees the other's driver.
   *
   * @param firstOffset the first offset of the batch
   * @param nextOffset the offset after its last record
   * @param agencies whose records were in it
   */
  public record Progress(
      String consumer,
      TopicPartition partition,
      long firstOffset,
      long nextOffset,
      Set<AgencyId> agencies) {
    public Progress {
      agencies = Set.copyOf(agencies);
    }
  }

  /** Finds where a consumer goes on in a partition; empty when it has never read it. */
  public Uni<Optional<BusPosition>> find(String consumer, TopicPartition partition) {
    return pool.preparedQuery(
            "select next_offset, agencies from bus_position"
                + " where consumer = $1 and topic = $2 and partition = $3")
        .execute(Tuple.of(consumer, partition.topic(), partition.partition()))
        .map(rows -> {
          for (Row row : rows) {
            return Optional.of(new BusPosition(row.getLong(0), agencies(row.getArrayOfStrings(1))));
          }
          return Optional.empty();
        });
  }

  /**
   * Moves a position; see {@link #advance(SqlConnection, String, TopicPartition, long, long,
   * Collection)}.
   */
  public Uni<Void> advance(SqlConnection connection, Progress progress) {
    return advance(
        connection,
        progress.consumer(),
        progress.partition(),
        progress.firstOffset(),
        progress.nextOffset(),
        progress.agencies());
  }

  /**
   * Moves a position as part of the transaction that stores the effect.
   *
   * @param firstOffset the first offset of the batch; a stored position beyond it means that
   *     another instance has taken over, and the transaction must fail
   * @throws PositionMovedException (as failure) in that case
   */
  public Uni<Void> advance(
      SqlConnection connection,
      String consumer,
      TopicPartition partition,
      long firstOffset,
      long nextOffset,
      Collection<AgencyId> agencies) {
    String[] names =
        new TreeSet<>(agencies.stream().map(AgencyId::value).toList()).toArray(String[]::new);
    return connection
        .preparedQuery(
            "insert into bus_position as p (consumer, topic, partition, next_offset, agencies)"
                + " values ($1, $2, $3, $4, $5)"
                + " on conflict (consumer, topic, partition) do update"
                + " set next_offset = excluded.next_offset,"
                + " agencies = (select coalesce(array_agg(distinct a order by a), '{}')"
                + " from unnest(p.agencies || excluded.agencies) a)"
                + " where p.next_offset <= $6")
        .execute(
            Tuple.from(
                Arrays.<Object>asList(
                    consumer,
                    partition.topic(),
                    partition.partition(),
                    nextOffset,
                    names,
                    firstOffset)))
        .invoke(rows -> {
          if (rows.rowCount() != 1) {
            throw new PositionMovedException(consumer, partition, firstOffset);
          }
        })
        .replaceWithVoid();
  }

  private static Set<AgencyId> agencies(String[] names) {
    return Arrays.stream(names).map(AgencyId::new).collect(Collectors.toUnmodifiableSet());
  }

  /** Another instance has read this partition further: this one must let go of it. */
  public static final class PositionMovedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PositionMovedException(String consumer, TopicPartition partition, long firstOffset) {
      super(
          "Consumer %s is at offset %d of %s, but the database is further: another instance reads it"
              .formatted(consumer, firstOffset, partition));
    }
  }
}
