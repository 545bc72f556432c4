package org.airwitness.ingest.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.airwitness.ingest.core.Activity;
import org.airwitness.ingest.core.ActivityLog;
import org.airwitness.ingest.core.Reach;
import org.airwitness.ingest.core.Signs;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.jspecify.annotations.Nullable;

/** Adds what instances counted to what is stored, so that several of them add up. */
@ApplicationScoped
class ActivityStore implements ActivityLog {
  /** A sensor deleted meanwhile is left out. */
  private static final String ADD =
      """
      insert into sensor_activity as a
        (agency_id, sensor_id, last_seen_at, accepted, duplicate, quarantined,
         frames_reported_at, frames_heard_at, state, firmware, model)
      select s.agency_id, s.id, d.seen, d.accepted, d.duplicate, d.quarantined,
        d.frames_reported_at, d.frames_heard_at, d.state, d.firmware, d.model
      from unnest($2::text[], $3::timestamptz[], $4::bigint[], $5::bigint[], $6::jsonb[],
          $7::timestamptz[], $8::timestamptz[], $9::text[], $10::text[], $11::text[])
        d (sensor, seen, accepted, duplicate, quarantined,
          frames_reported_at, frames_heard_at, state, firmware, model)
      join sensor s on s.agency_id = $1 and s.id = d.sensor
      on conflict (agency_id, sensor_id) do update set
        last_seen_at = greatest(a.last_seen_at, excluded.last_seen_at),
        accepted = a.accepted + excluded.accepted,
        duplicate = a.duplicate + excluded.duplicate,
        frames_reported_at = greatest(a.frames_reported_at, excluded.frames_reported_at),
        frames_heard_at = greatest(a.frames_heard_at, excluded.frames_heard_at),
        state = coalesce(excluded.state, a.state),
        firmware = coalesce(excluded.firmware, a.firmware),
        model = coalesce(excluded.model, a.model),
        quarantined = (select coalesce(jsonb_object_agg(key, n), '{}') from
          (select key, sum(value::bigint) as n from
            (select * from jsonb_each_text(a.quarantined)
             union all select * from jsonb_each_text(excluded.quarantined)) both_counts
           group by key) sums)
      """;

  /** The farthest of each hour and sector stays. */
  private static final String REACH =
      """
      insert into sensor_reach as r
        (agency_id, sensor_id, hour, sector, distance_m, lat_deg, lon_deg)
      select s.agency_id, s.id, date_trunc('hour', d.seen), d.sector, d.distance_m, d.lat, d.lon
      from unnest($2::text[], $3::timestamptz[], $4::smallint[], $5::float8[], $6::float8[],
          $7::float8[]) d (sensor, seen, sector, distance_m, lat, lon)
      join sensor s on s.agency_id = $1 and s.id = d.sensor
      on conflict (agency_id, sensor_id, hour, sector) do update set
        distance_m = excluded.distance_m, lat_deg = excluded.lat_deg, lon_deg = excluded.lon_deg
      where excluded.distance_m > r.distance_m
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

  /** Adds activities of one agency in a transaction under way; what was moved away is negative. */
  static Uni<Void> add(SqlConnection connection, AgencyId agency, List<Activity> activities) {
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
    addSigns(rows, activities);
    return AgencyDatabase.enter(connection, agency)
        .chain(() -> connection.preparedQuery(ADD).execute(rows))
        .chain(() -> addReach(connection, agency, activities))
        .replaceWithVoid();
  }

  private static void addSigns(Tuple rows, List<Activity> activities) {
    rows.addValue(times(activities, Signs::framesReportedAt));
    rows.addValue(times(activities, Signs::framesHeardAt));
    rows.addValue(texts(activities, Signs::state));
    rows.addValue(texts(activities, Signs::firmware));
    rows.addValue(texts(activities, Signs::model));
  }

  private static OffsetDateTime[] times(
      List<Activity> activities, Function<Signs, @Nullable Instant> time) {
    return activities.stream()
        .map(activity -> time.apply(activity.signs()))
        .map(at -> at == null ? null : QuarantineStore.utc(at))
        .toArray(OffsetDateTime[]::new);
  }

  /** PostgreSQL has no NUL in texts, what a sensor says may well have. */
  private static String[] texts(List<Activity> activities, Function<Signs, @Nullable String> text) {
    return activities.stream()
        .map(activity -> text.apply(activity.signs()))
        .map(said -> said == null ? null : said.replace('\0', '\uFFFD'))
        .toArray(String[]::new);
  }

  /** One row of a sensor's reach. */
  private record Row(String sensor, Instant seenAt, int sector, Reach reach) {}

  private static Uni<Void> addReach(
      SqlConnection connection, AgencyId agency, List<Activity> activities) {
    List<Row> reached = new ArrayList<>();
    for (Activity activity : activities) {
      activity
          .signs()
          .reach()
          .forEach((sector, reach) ->
              reached.add(
                  new Row(activity.sensor().sensor(), activity.lastSeenAt(), sector, reach)));
    }
    if (reached.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple rows = Tuple.tuple();
    rows.addValue(agency.value());
    rows.addValue(reached.stream().map(Row::sensor).toArray(String[]::new));
    rows.addValue(
        reached.stream()
            .map(row -> QuarantineStore.utc(row.seenAt()))
            .toArray(OffsetDateTime[]::new));
    rows.addValue(reached.stream().map(row -> (short) row.sector()).toArray(Short[]::new));
    rows.addValue(reached.stream().map(row -> row.reach().distanceM()).toArray(Double[]::new));
    rows.addValue(reached.stream().map(row -> row.reach().drone().latDeg()).toArray(Double[]::new));
    rows.addValue(reached.stream().map(row -> row.reach().drone().lonDeg()).toArray(Double[]::new));
    return connection.preparedQuery(REACH).execute(rows).replaceWithVoid();
  }
}
