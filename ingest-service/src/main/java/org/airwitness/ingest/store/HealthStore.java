package org.airwitness.ingest.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.airwitness.ingest.core.Health;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.jspecify.annotations.Nullable;

/** The health of sensors as it was last told. */
@ApplicationScoped
public class HealthStore {
  private static final String TOLD =
      """
      select sensor_id, health, last_seen_at, frames_reported_at, frames_heard_at, firmware, model
      from sensor_activity where agency_id = $1
      """;

  private static final String TELL =
      "update sensor_activity set health = $3 where agency_id = $1 and sensor_id = $2";

  private static final String FORGET_REACH =
      "delete from sensor_reach where agency_id = $1 and hour < now() - interval '26 hours'";

  private final AgencyDatabase database;
  private final Pool pool;

  HealthStore(AgencyDatabase database, Pool pool) {
    this.database = database;
    this.pool = pool;
  }

  /** A sensor whose health is another than was told. */
  public record Change(
      SensorKey sensor, Health now, @Nullable String firmware, @Nullable String model) {}

  /** Lists all agencies. */
  public Multi<AgencyId> agencies() {
    return pool.query("select id from agency")
        .execute()
        .onItem()
        .transformToMulti(rows -> Multi.createFrom().iterable(rows))
        .map(row -> new AgencyId(row.getString(0)));
  }

  /** Returns what changed in an agency. */
  public Uni<List<Change>> changes(AgencyId agency, Instant now) {
    return database.inAgency(
        agency,
        connection ->
            connection
                .preparedQuery(TOLD)
                .execute(Tuple.of(agency.value()))
                .map(rows -> changes(agency, rows, now)));
  }

  private static List<Change> changes(AgencyId agency, RowSet<Row> rows, Instant now) {
    List<Change> changes = new ArrayList<>();
    for (Row row : rows) {
      Health health =
          Health.of(
              time(row, "last_seen_at"),
              time(row, "frames_reported_at"),
              time(row, "frames_heard_at"),
              now);
      if (!health.label().equals(row.getString("health"))) {
        changes.add(
            new Change(
                new SensorKey(agency, row.getString("sensor_id")),
                health,
                row.getString("firmware"),
                row.getString("model")));
      }
    }
    return changes;
  }

  private static @Nullable Instant time(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  /** Forgets how far sensors heard before yesterday. */
  public Uni<Void> forgetReach() {
    return agencies()
        .onItem()
        .transformToUniAndConcatenate(agency ->
            database.inAgency(
                agency,
                connection ->
                    connection
                        .preparedQuery(FORGET_REACH)
                        .execute(Tuple.of(agency.value()))
                        .replaceWithVoid()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** Keeps what was told. */
  public Uni<Void> told(AgencyId agency, List<Change> changes) {
    List<Tuple> rows =
        changes.stream()
            .map(change -> Tuple.of(agency.value(), change.sensor().sensor(), change.now().label()))
            .toList();
    return database
        .inAgency(agency, connection -> connection.preparedQuery(TELL).executeBatch(rows))
        .replaceWithVoid();
  }
}
