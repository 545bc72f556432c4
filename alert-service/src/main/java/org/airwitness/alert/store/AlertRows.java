package org.airwitness.alert.store;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.airwitness.alert.core.Acknowledgement;
import org.airwitness.alert.core.Alert;
import org.airwitness.alert.core.Drone;
import org.airwitness.alert.core.DroneIdType;
import org.airwitness.alert.core.Fix;
import org.airwitness.alert.core.Position;
import org.airwitness.alert.core.Resolution;
import org.airwitness.alert.core.ResolveReason;
import org.airwitness.alert.core.Restriction;
import org.airwitness.alert.core.Severity;
import org.airwitness.alert.core.VerticalVerdict;
import org.airwitness.alert.core.Zone;
import org.airwitness.platform.agency.AgencyId;
import org.jspecify.annotations.Nullable;

/** Table {@code alert} for batches: many alerts in one statement. */
final class AlertRows {
  static final String SELECT_FOR_UPDATE =
      "select * from alert where agency_id = $1 and id = any($2) order by id for update";

  static final String UPSERT =
      """
      insert into alert (agency_id, id, sequence, rule, state, severity, track_id, drone_id,
        drone_id_type, uas_id, zone_id, zone_name, restriction, vertical_verdict, raised_at,
        lat_deg, lon_deg, observed_at, last_lat_deg, last_lon_deg, last_observed_at, created_at,
        updated_at, acknowledged_at, acknowledged_by, acknowledge_note, resolved_at, resolve_reason)
      select $1, * from unnest($2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::text[],
        $7::uuid[], $8::text[], $9::text[], $10::text[], $11::uuid[], $12::text[], $13::text[],
        $14::text[], $15::timestamptz[], $16::float8[], $17::float8[], $18::timestamptz[],
        $19::float8[], $20::float8[], $21::timestamptz[], $22::timestamptz[], $23::timestamptz[],
        $24::timestamptz[], $25::text[], $26::text[], $27::timestamptz[], $28::text[])
      on conflict (agency_id, id) do update set
        sequence = excluded.sequence,
        state = excluded.state,
        vertical_verdict = excluded.vertical_verdict,
        last_lat_deg = excluded.last_lat_deg,
        last_lon_deg = excluded.last_lon_deg,
        last_observed_at = excluded.last_observed_at,
        updated_at = excluded.updated_at,
        acknowledged_at = excluded.acknowledged_at,
        acknowledged_by = excluded.acknowledged_by,
        acknowledge_note = excluded.acknowledge_note,
        resolved_at = excluded.resolved_at,
        resolve_reason = excluded.resolve_reason
      """;

  private AlertRows() {}

  static Tuple parameters(AgencyId agency, List<Alert> alerts) {
    var columns = new Columns<>(alerts);
    Tuple tuple = Tuple.tuple().addString(agency.value());
    tuple
        .addArrayOfUUID(columns.of(Alert::id, java.util.UUID[]::new))
        .addArrayOfLong(columns.of(Alert::sequence, Long[]::new))
        .addArrayOfString(columns.text(Alert::rule))
        .addArrayOfString(columns.text(alert -> lower(alert.state())))
        .addArrayOfString(columns.text(alert -> lower(alert.severity())))
        .addArrayOfUUID(columns.of(Alert::trackId, java.util.UUID[]::new))
        .addArrayOfString(columns.text(alert -> alert.drone().droneId()))
        .addArrayOfString(columns.text(alert -> alert.drone().type().name()))
        .addArrayOfString(columns.text(alert -> alert.drone().uasId()))
        .addArrayOfUUID(columns.of(alert -> alert.zone().id(), java.util.UUID[]::new))
        .addArrayOfString(columns.text(alert -> alert.zone().name()))
        .addArrayOfString(columns.text(alert -> alert.zone().restriction().name()))
        .addArrayOfString(columns.text(alert -> alert.verdict().name()))
        .addArrayOfOffsetDateTime(columns.time(Alert::raisedAt))
        .addArrayOfDouble(columns.number(alert -> alert.raisedFix().position().latDeg()))
        .addArrayOfDouble(columns.number(alert -> alert.raisedFix().position().lonDeg()))
        .addArrayOfOffsetDateTime(columns.time(alert -> alert.raisedFix().observedAt()))
        .addArrayOfDouble(columns.number(alert -> alert.lastFix().position().latDeg()))
        .addArrayOfDouble(columns.number(alert -> alert.lastFix().position().lonDeg()))
        .addArrayOfOffsetDateTime(columns.time(alert -> alert.lastFix().observedAt()))
        .addArrayOfOffsetDateTime(columns.time(Alert::createdAt))
        .addArrayOfOffsetDateTime(columns.time(Alert::updatedAt));
    addEnds(tuple, columns);
    return tuple;
  }

  private static void addEnds(Tuple tuple, Columns<Alert> columns) {
    tuple
        .addArrayOfOffsetDateTime(columns.time(alert -> at(alert.acknowledgement())))
        .addArrayOfString(columns.text(alert -> by(alert.acknowledgement())))
        .addArrayOfString(columns.text(alert -> note(alert.acknowledgement())))
        .addArrayOfOffsetDateTime(columns.time(alert -> at(alert.resolution())))
        .addArrayOfString(columns.text(alert -> reason(alert.resolution())));
  }

  static Alert alert(Row row) {
    return new Alert(
        row.getUUID("id"),
        row.getLong("sequence"),
        row.getString("rule"),
        Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
        row.getUUID("track_id"),
        new Drone(
            row.getString("drone_id"),
            DroneIdType.valueOf(row.getString("drone_id_type")),
            row.getString("uas_id")),
        new Zone(
            row.getUUID("zone_id"),
            row.getString("zone_name"),
            Restriction.valueOf(row.getString("restriction"))),
        VerticalVerdict.valueOf(row.getString("vertical_verdict")),
        instant(row, "raised_at"),
        fix(row, "lat_deg", "lon_deg", "observed_at"),
        fix(row, "last_lat_deg", "last_lon_deg", "last_observed_at"),
        instant(row, "created_at"),
        instant(row, "updated_at"),
        acknowledgement(row),
        resolution(row));
  }

  private static Fix fix(Row row, String lat, String lon, String at) {
    return new Fix(new Position(row.getDouble(lat), row.getDouble(lon)), instant(row, at));
  }

  private static @Nullable Acknowledgement acknowledgement(Row row) {
    OffsetDateTime at = row.getOffsetDateTime("acknowledged_at");
    return at == null
        ? null
        : new Acknowledgement(
            at.toInstant(), row.getString("acknowledged_by"), row.getString("acknowledge_note"));
  }

  private static @Nullable Resolution resolution(Row row) {
    OffsetDateTime at = row.getOffsetDateTime("resolved_at");
    return at == null
        ? null
        : new Resolution(at.toInstant(), ResolveReason.valueOf(row.getString("resolve_reason")));
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static @Nullable Instant at(@Nullable Acknowledgement acknowledgement) {
    return acknowledgement == null ? null : acknowledgement.at();
  }

  private static @Nullable String by(@Nullable Acknowledgement acknowledgement) {
    return acknowledgement == null ? null : acknowledgement.by();
  }

  private static @Nullable String note(@Nullable Acknowledgement acknowledgement) {
    return acknowledgement == null ? null : acknowledgement.note();
  }

  private static @Nullable Instant at(@Nullable Resolution resolution) {
    return resolution == null ? null : resolution.at();
  }

  private static @Nullable String reason(@Nullable Resolution resolution) {
    return resolution == null ? null : resolution.reason().name();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Rows turned into the arrays that {@code unnest} takes. */
  record Columns<T>(List<T> rows) {
    <R extends @Nullable Object> R[] of(Function<T, R> column, IntFunction<R[]> array) {
      return rows.stream().map(column).toArray(array);
    }

    @Nullable String[] text(Function<T, @Nullable String> column) {
      return of(column, String[]::new);
    }

    Double[] number(Function<T, Double> column) {
      return of(column, Double[]::new);
    }

    @Nullable OffsetDateTime[] time(Function<T, @Nullable Instant> column) {
      return of(
          row -> {
            Instant at = column.apply(row);
            return at == null ? null : utc(at);
          },
          OffsetDateTime[]::new);
    }
  }
}
