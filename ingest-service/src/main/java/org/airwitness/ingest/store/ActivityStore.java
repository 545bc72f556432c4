package org.airwitness.ingest.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.airwitness.ingest.core.Activity;
import org.airwitness.ingest.core.ActivityLog;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;

/** Adds what instances counted to what is stored, so that several of them add up. */
@ApplicationScoped
class ActivityStore implements ActivityLog {
  /** A sensor deleted meanwhile is left out. */
  private static final String ADD =
      """
      insert into sensor_activity as a
        (agency_id, sensor_id, last_seen_at, accepted, duplicate, quarantined)
      select s.agency_id, s.id, d.seen, d.accepted, d.duplicate, d.quarantined
      from unnest($2::text[], $3::timestamptz[], $4::bigint[], $5::bigint[], $6::jsonb[])
        d (sensor, seen, accepted, duplicate, quarantined)
      join sensor s on s.agency_id = $1 and s.id = d.sensor
      on conflict (agency_id, sensor_id) do update set
        last_seen_at = greatest(a.last_seen_at, excluded.last_seen_at),
        accepted = a.accepted + excluded.accepted,
        duplicate = a.duplicate + excluded.duplicate,
        quarantined = (select coalesce(jsonb_object_agg(key, n), '{}') from
          (select key, sum(value::bigint) as n from
            (select * from jsonb_each_text(a.quarantined)
             union all select * from jsonb_each_text(excluded.quarantined)) both_counts
           group by key) sums)
      """;

  private final AgencyDatabase database;

  ActivityStore(AgencyDatabase database) {
    this.database = database;
  }

  @Override
  public CompletionStage<Void> add(List<Activity> activities) {
    Map<AgencyId, List<Activity>> byAgency = new LinkedHashMap<>();
    activities.forEach(activity ->
        byAgency
            .computeIfAbsent(activity.sensor().agency(), agency -> new ArrayList<>())
            .add(activity));
    return database
        .inTransaction(connection ->
            Multi.createFrom()
                .iterable(byAgency.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                    entry -> add(connection, entry.getKey(), entry.getValue()))
                .collect()
                .last()
                .replaceWithVoid())
        .subscribeAsCompletionStage();
  }

  private static Uni<Void> add(
      SqlConnection connection, AgencyId agency, List<Activity> activities) {
    Tuple rows = Tuple.tuple();
    rows.addValue(agency.value());
    rows.addValue(
        activities.stream().map(activity -> activity.sensor().sensor()).toArray(String[]::new));
    rows.addValue(
        activities.stream()
            .map(activity -> QuarantineStore.utc(activity.lastSeenAt()))
            .toArray(OffsetDateTime[]::new));
    rows.addValue(
        activities.stream()
            .map(activity -> (long) activity.tally().accepted())
            .toArray(Long[]::new));
    rows.addValue(
        activities.stream()
            .map(activity -> (long) activity.tally().duplicate())
            .toArray(Long[]::new));
    rows.addValue(
        activities.stream()
            .map(activity -> JsonObject.mapFrom(activity.tally().quarantined()))
            .toArray(JsonObject[]::new));
    return AgencyDatabase.enter(connection, agency)
        .chain(() -> connection.preparedQuery(ADD).execute(rows))
        .replaceWithVoid();
  }
}
