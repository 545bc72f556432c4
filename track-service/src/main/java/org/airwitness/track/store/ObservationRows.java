package org.airwitness.track.store;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.track.core.Decision;
import org.airwitness.track.core.Observation;
import org.airwitness.track.core.StoredObservation;
import org.airwitness.tracking.Fix;
import org.airwitness.tracking.HeightReference;
import org.jspecify.annotations.Nullable;

/** The observations of one decision as columns for one multi-row insert. */
final class ObservationRows {
  static final String INSERT =
      """
      insert into observation (agency_id, track_id, observed_at, observation_id, sensor_id, sensor_agency_id,
        received_at, arrived_at, transport, rssi_dbm, lat_e7, lon_e7, geodetic_altitude_cm, pressure_altitude_cm,
        height_cm, height_reference, speed_mmps, course_cdeg, vertical_speed_mmps, findings, raw_format, raw)
      select $1, t, o, i, s, a, r, v, tr, rs, la, lo, ga, pa, h, hr, sp, co, vs, string_to_array(f, ','), rf, ra
      from unnest($2::uuid[], $3::timestamptz[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[],
        $8::timestamptz[], $9::smallint[], $10::smallint[], $11::int[], $12::int[], $13::int[], $14::int[], $15::int[],
        $16::smallint[], $17::int[], $18::int[], $19::int[], $20::text[], $21::text[], $22::bytea[])
        as u(t, o, i, s, a, r, v, tr, rs, la, lo, ga, pa, h, hr, sp, co, vs, f, rf, ra)
      on conflict do nothing
      """;

  private static final double CENTI = 100;
  private static final double MILLI = 1000;
  private static final double E7 = 1e7;

  private final List<Observation> observations;

  private ObservationRows(List<Observation> observations) {
    this.observations = observations;
  }

  static Tuple columns(AgencyId agency, Decision decision) {
    Map<UUID, UUID> tracks = decision.trackOfObservation();
    var rows = new ObservationRows(decision.observations());
    Tuple columns = Tuple.tuple();
    columns.addValue(agency.value());
    columns.addValue(rows.column(o -> tracks.get(o.sighting().observationId()), UUID[]::new));
    columns.addValue(rows.times(o -> o.sighting().observedAt()));
    columns.addValue(rows.column(o -> o.sighting().observationId(), UUID[]::new));
    columns.addValue(rows.column(o -> o.sighting().sensor(), String[]::new));
    columns.addValue(rows.column(Observation::sensorAgency, String[]::new));
    columns.addValue(rows.times(Observation::receivedAt));
    columns.addValue(rows.times(Observation::arrivedAt));
    columns.addValue(rows.column(o -> (short) o.transport(), Short[]::new));
    columns.addValue(rows.column(o -> toShort(o.rssiDbm()), Short[]::new));
    columns.addValue(rows.scaled(Fix::latDeg, E7));
    columns.addValue(rows.scaled(Fix::lonDeg, E7));
    columns.addValue(rows.scaled(Fix::geodeticAltitudeM, CENTI));
    columns.addValue(rows.scaled(Fix::pressureAltitudeM, CENTI));
    columns.addValue(rows.scaled(Fix::heightM, CENTI));
    columns.addValue(rows.ofFix(fix -> code(fix.heightReference()), Short[]::new));
    columns.addValue(rows.scaled(Fix::speedMps, MILLI));
    columns.addValue(rows.scaled(Fix::courseDeg, CENTI));
    columns.addValue(rows.scaled(Fix::verticalSpeedMps, MILLI));
    columns.addValue(rows.column(o -> String.join(",", o.findings()), String[]::new));
    columns.addValue(rows.column(o -> o.raw().format(), String[]::new));
    columns.addValue(
        rows.column(
            o -> Buffer.buffer(o.raw().bytes()).getDelegate(), io.vertx.core.buffer.Buffer[]::new));
    return columns;
  }

  static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** Reads a row of the columns that history shows. */
  static StoredObservation read(Row row) {
    Instant observedAt = row.getOffsetDateTime("observed_at").toInstant();
    OffsetDateTime receivedAt = row.getOffsetDateTime("received_at");
    return new StoredObservation(
        row.getUUID("observation_id"),
        row.getUUID("track_id"),
        row.getString("sensor_id"),
        observedAt,
        receivedAt == null ? null : receivedAt.toInstant(),
        row.getInteger("rssi_dbm"),
        row.getInteger("lat_e7") == null ? null : fix(row, observedAt));
  }

  private static Fix fix(Row row, Instant observedAt) {
    Integer reference = row.getInteger("height_reference");
    return new Fix(
        observedAt,
        row.getInteger("lat_e7") / E7,
        row.getInteger("lon_e7") / E7,
        number(row, "geodetic_altitude_cm", CENTI),
        number(row, "pressure_altitude_cm", CENTI),
        null,
        number(row, "height_cm", CENTI),
        reference == null ? null : HeightReference.values()[reference],
        number(row, "speed_mmps", MILLI),
        number(row, "course_cdeg", CENTI),
        number(row, "vertical_speed_mmps", MILLI),
        null,
        null);
  }

  private static @Nullable Double number(Row row, String column, double factor) {
    Integer scaled = row.getInteger(column);
    return scaled == null ? null : scaled / factor;
  }

  private static @Nullable Short code(@Nullable HeightReference reference) {
    return reference == null ? null : (short) reference.ordinal();
  }

  private static @Nullable Short toShort(@Nullable Integer value) {
    return value == null ? null : value.shortValue();
  }

  private <T> T[] column(Function<Observation, @Nullable T> value, IntFunction<T[]> array) {
    return observations.stream().map(value).toArray(array);
  }

  private OffsetDateTime[] times(Function<Observation, @Nullable Instant> value) {
    return column(o -> utc(value.apply(o)), OffsetDateTime[]::new);
  }

  private <T> T[] ofFix(Function<Fix, @Nullable T> value, IntFunction<T[]> array) {
    return column(
        o -> {
          Fix fix = o.sighting().fix();
          return fix == null ? null : value.apply(fix);
        },
        array);
  }

  private Integer[] scaled(Function<Fix, @Nullable Double> value, double factor) {
    return ofFix(
        fix -> {
          Double number = value.apply(fix);
          return number == null ? null : (int) Math.round(number * factor);
        },
        Integer[]::new);
  }
}
