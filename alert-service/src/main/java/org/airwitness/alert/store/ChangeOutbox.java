package org.airwitness.alert.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.jspecify.annotations.Nullable;

/**
 * Changes of alerts that are stored and not yet on the bus. One instance at a time takes them out,
 * so that the changes of an alert are published in their order; they are gone when the transaction
 * commits after Kafka has accepted them, and come again when anything fails before.
 */
@ApplicationScoped
public class ChangeOutbox {
  /** How many changes one pass takes at most. */
  public static final int BATCH = 500;

  /** Key of the advisory lock ("alertchg" in ASCII). */
  private static final long LOCK = 0x616c657274636867L;

  private static final String ENTER =
      "select set_config('app.drainer', 'on', true), pg_advisory_xact_lock($1)";

  private static final String TAKE_IDS =
      """
      delete from change_outbox where position = any(array(
        select position from change_outbox order by position limit $1))
      returning position, agency_id, alert_id, sequence
      """;

  private static final String TAKE_RECORDS =
      """
      delete from alert_change where agency_id = $1
        and (alert_id, sequence) in (select * from unnest($2::uuid[], $3::bigint[]))
      returning alert_id, sequence, record, traceparent
      """;

  private final AgencyDatabase database;

  ChangeOutbox(AgencyDatabase database) {
    this.database = database;
  }

  /**
   * One change of an alert, as bus record.
   *
   * @param traceparent of what caused it, null when that is in no trace
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Change(AgencyId agency, byte[] record, @Nullable String traceparent) {}

  private record Id(long position, AgencyId agency, UUID alertId, long sequence) {}

  /**
   * Takes out what is due.
   *
   * @param publish done when the bus has accepted all
   * @return how many
   */
  public Uni<Integer> drain(Function<List<Change>, Uni<Void>> publish) {
    return database.inTransaction(connection ->
        connection
            .preparedQuery(ENTER)
            .execute(Tuple.of(LOCK))
            .chain(() -> connection.preparedQuery(TAKE_IDS).execute(Tuple.of(BATCH)))
            .map(ChangeOutbox::ids)
            .chain(ids -> records(connection, ids))
            .call(
                changes -> changes.isEmpty() ? Uni.createFrom().voidItem() : publish.apply(changes))
            .map(List::size));
  }

  private static List<Id> ids(RowSet<Row> rows) {
    List<Id> ids = new ArrayList<>();
    for (Row row : rows) {
      ids.add(
          new Id(row.getLong(0), new AgencyId(row.getString(1)), row.getUUID(2), row.getLong(3)));
    }
    ids.sort(Comparator.comparingLong(Id::position));
    return ids;
  }

  private static Uni<List<Change>> records(SqlConnection connection, List<Id> ids) {
    Map<AgencyId, List<Id>> byAgency = new LinkedHashMap<>();
    ids.forEach(id -> byAgency.computeIfAbsent(id.agency(), a -> new ArrayList<>()).add(id));
    return Multi.createFrom()
        .iterable(byAgency.entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            entry -> records(connection, entry.getKey(), entry.getValue()))
        .onItem()
        .<Change>disjoint()
        .collect()
        .asList();
  }

  private static Uni<List<Change>> records(
      SqlConnection connection, AgencyId agency, List<Id> ids) {
    var columns = new AlertRows.Columns<>(ids);
    return AgencyDatabase.enter(connection, agency)
        .chain(() ->
            connection
                .preparedQuery(TAKE_RECORDS)
                .execute(
                    Tuple.of(
                        agency.value(),
                        columns.of(Id::alertId, UUID[]::new),
                        columns.of(Id::sequence, Long[]::new))))
        .map(rows -> inOrder(agency, ids, rows));
  }

  private static List<Change> inOrder(AgencyId agency, List<Id> ids, RowSet<Row> rows) {
    record Key(UUID alertId, long sequence) {}
    Map<Key, Change> changes = new HashMap<>();
    for (Row row : rows) {
      changes.put(
          new Key(row.getUUID(0), row.getLong(1)),
          new Change(agency, row.getBuffer(2).getBytes(), row.getString(3)));
    }
    return ids.stream().map(id -> changes.get(new Key(id.alertId(), id.sequence()))).toList();
  }
}
