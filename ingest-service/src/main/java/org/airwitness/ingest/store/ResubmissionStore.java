package org.airwitness.ingest.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.airwitness.ingest.core.Activity;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.Signs;
import org.airwitness.ingest.core.Tally;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;

/**
 * Keeps what became of quarantine that was re-submitted, and moves the counters of its sensors with
 * it, both or neither.
 */
@ApplicationScoped
public class ResubmissionStore {
  /** A sensor registered later than the arrival has not counted it. */
  private static final String SETTLE =
      """
      update quarantine q set state = d.state, reason = d.reason, detail = d.detail,
        first_reason = coalesce(q.first_reason, q.reason), tries = q.tries + 1, tried_at = $2,
        tried_by = $3
      from unnest($4::uuid[], $5::text[], $6::text[], $7::text[]) d (id, state, reason, detail)
      where q.agency_id = $1 and q.id = d.id and q.state = 'open'
      returning q.id, exists (select from sensor s where s.agency_id = q.agency_id
        and s.id = q.sensor_id and s.created_at <= q.arrived_at) as counted
      """;

  private final AgencyDatabase database;

  ResubmissionStore(AgencyDatabase database) {
    this.database = database;
  }

  /**
   * What became of one entry.
   *
   * @param state {@code RESUBMITTED} when any of it was accepted, now or before
   * @param reason why it was refused again; as before when it was not
   * @param tally of its items
   */
  public record Settlement(
      QuarantineRow row, QuarantineFilter.State state, String reason, String detail, Tally tally) {}

  /** Keeps what became of entries; returns which of them nobody else had settled meanwhile. */
  public Uni<Set<UUID>> settle(
      AgencyId agency, String person, Instant now, List<Settlement> settlements) {
    Tuple values = Tuple.of(agency.value(), QuarantineStore.utc(now), person);
    values.addValue(settlements.stream().map(one -> one.row().id()).toArray(UUID[]::new));
    values.addValue(texts(settlements, one -> one.state().label()));
    values.addValue(texts(settlements, Settlement::reason));
    values.addValue(texts(settlements, Settlement::detail));
    return database.inAgency(
        agency,
        connection ->
            connection
                .preparedQuery(SETTLE)
                .execute(values)
                .chain(rows -> {
                  Set<UUID> settled = new HashSet<>();
                  Set<UUID> counted = new HashSet<>();
                  for (Row row : rows) {
                    settled.add(row.getUUID("id"));
                    if (row.getBoolean("counted")) {
                      counted.add(row.getUUID("id"));
                    }
                  }
                  return count(connection, agency, settlements, settled, counted)
                      .replaceWith(settled);
                }));
  }

  private static String[] texts(List<Settlement> settlements, Function<Settlement, String> text) {
    return settlements.stream().map(text).map(QuarantineStore::storable).toArray(String[]::new);
  }

  private static Uni<Void> count(
      SqlConnection connection,
      AgencyId agency,
      List<Settlement> settlements,
      Set<UUID> settled,
      Set<UUID> counted) {
    Map<SensorKey, Activity> changes = new LinkedHashMap<>();
    for (Settlement one : settlements) {
      if (settled.contains(one.row().id())) {
        changes.merge(one.row().sensor(), change(one, counted), Activity::plus);
      }
    }
    return changes.isEmpty()
        ? Uni.createFrom().voidItem()
        : ActivityStore.add(connection, agency, new ArrayList<>(changes.values()));
  }

  /** The entry is counted under its new outcome and no longer under its old reason. */
  private static Activity change(Settlement one, Set<UUID> counted) {
    QuarantineRow row = one.row();
    Tally before =
        new Tally(0, 0, counted.contains(row.id()) ? Map.of(row.reason(), -1) : Map.of());
    return new Activity(row.sensor(), row.arrivedAt(), one.tally().plus(before), Signs.NONE);
  }
}
