package org.airwitness.ingest.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.airwitness.ingest.core.GeoPoint;
import org.airwitness.ingest.core.Password;
import org.airwitness.ingest.core.Reach;
import org.airwitness.ingest.core.Signs;
import org.airwitness.ingest.store.entity.AgencyEntity;
import org.airwitness.ingest.store.entity.CredentialEntity;
import org.airwitness.ingest.store.entity.SensorEntity;
import org.airwitness.ingest.store.entity.SensorId;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.platform.store.AgencySession;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The sensors of agencies, with what they have sent so far. */
@ApplicationScoped
public class SensorStore {
  private static final String ROWS =
      """
      select s.id, s.name, s.format, s.lat_deg, s.lon_deg, s.altitude_m, s.shared, s.enabled, s.owner,
        s.antenna, s.range_m, s.created_at, a.last_seen_at, a.accepted, a.duplicate, a.quarantined,
        a.frames_reported_at, a.frames_heard_at, a.state, a.firmware, a.model
      from sensor s left join sensor_activity a on a.agency_id = s.agency_id and a.sensor_id = s.id
      where s.agency_id = $1
      """;

  private static final String FARTHEST =
      """
      select distinct on (sector) sector::int as sector, distance_m, lat_deg, lon_deg
      from sensor_reach where agency_id = $1 and sensor_id = $2 and hour > $3
      order by sector, distance_m desc
      """;

  private final AgencyDatabase database;

  SensorStore(AgencyDatabase database) {
    this.database = database;
  }

  /** A sensor with its counters, all zero when it was never heard. */
  public record SensorRow(
      String id,
      String name,
      String format,
      @Nullable Double latDeg,
      @Nullable Double lonDeg,
      @Nullable Double altitudeM,
      boolean shared,
      boolean enabled,
      @Nullable String owner,
      @Nullable JsonObject antenna,
      @Nullable Double rangeM,
      Instant createdAt,
      @Nullable Instant lastSeenAt,
      long accepted,
      long duplicate,
      Map<String, Long> quarantined,
      Signs signs) {}

  /** How an attempt to add a sensor ended. */
  public enum Addition {
    ADDED,
    ID_TAKEN,
    AGENCY_NOT_REGISTERED
  }

  /** Adds a sensor with its first password. */
  public Uni<Addition> add(AgencyId agency, SensorEntity sensor, Password password) {
    return AgencySession.inAgency(
            agency,
            () ->
                AgencyEntity.<AgencyEntity>findById(agency.value())
                    .chain(owner ->
                        owner == null
                            ? Uni.createFrom().item(Addition.AGENCY_NOT_REGISTERED)
                            : persist(sensor, password)))
        .onFailure(ConstraintViolationException.class)
        .recoverWithItem(Addition.ID_TAKEN);
  }

  private static Uni<Addition> persist(SensorEntity sensor, Password password) {
    CredentialEntity credential = new CredentialEntity();
    credential.key = sensor.key;
    set(credential, password, sensor.createdAt);
    return SensorEntity.<SensorEntity>findById(sensor.key)
        .chain(known ->
            known == null
                ? sensor
                    .persistAndFlush()
                    .chain(() -> credential.persist())
                    .replaceWith(Addition.ADDED)
                : Uni.createFrom().item(Addition.ID_TAKEN));
  }

  private static void set(CredentialEntity credential, Password password, Instant now) {
    Password.Hash hash = Password.Hash.of(password);
    credential.id = UUID.randomUUID();
    credential.salt = hash.salt();
    credential.hash = hash.hash();
    credential.createdAt = now;
  }

  /** Replaces the password; false when there is no such sensor. */
  public Uni<Boolean> rotate(AgencyId agency, String sensor, Password password, Instant now) {
    return changeCredential(agency, sensor, credential -> set(credential, password, now));
  }

  /** Changes what a sensor may sign in with; false when there is no such sensor. */
  public Uni<Boolean> changeCredential(
      AgencyId agency, String sensor, Consumer<CredentialEntity> change) {
    return AgencySession.inAgency(
        agency,
        () ->
            CredentialEntity.<CredentialEntity>findById(new SensorId(agency.value(), sensor))
                .map(credential -> {
                  if (credential != null) {
                    change.accept(credential);
                    credential.id = UUID.randomUUID();
                  }
                  return credential != null;
                }));
  }

  /** Changes a sensor; false when there is no such sensor. */
  public Uni<Boolean> change(AgencyId agency, String sensor, Consumer<SensorEntity> change) {
    return AgencySession.inAgency(
        agency,
        () ->
            SensorEntity.<SensorEntity>findById(new SensorId(agency.value(), sensor))
                .map(known -> {
                  if (known != null) {
                    change.accept(known);
                  }
                  return known != null;
                }));
  }

  /** Returns how far a sensor heard in each sector since a time; sectors without sightings lack. */
  public Uni<Map<Integer, Reach>> reach(AgencyId agency, String sensor, Instant since) {
    return database.inAgency(
        agency,
        connection ->
            connection
                .preparedQuery(FARTHEST)
                .execute(Tuple.of(agency.value(), sensor, QuarantineStore.utc(since)))
                .map(SensorStore::readReach));
  }

  private static Map<Integer, Reach> readReach(RowSet<Row> rows) {
    Map<Integer, Reach> farthest = new TreeMap<>();
    for (Row row : rows) {
      GeoPoint drone = new GeoPoint(row.getDouble("lat_deg"), row.getDouble("lon_deg"));
      farthest.put(row.getInteger("sector"), new Reach(row.getDouble("distance_m"), drone));
    }
    return farthest;
  }

  /** Removes a sensor with its password and counters; false when there is no such sensor. */
  public Uni<Boolean> remove(AgencyId agency, String sensor) {
    return AgencySession.inAgency(
        agency, () -> SensorEntity.deleteById(new SensorId(agency.value(), sensor)));
  }

  /** Returns sensors with a greater id, at most {@code limit + 1}. */
  public Uni<List<SensorRow>> list(AgencyId agency, String after, int limit) {
    return query(
        agency,
        ROWS + " and s.id > $2 order by s.id limit $3",
        Tuple.of(agency.value(), after, limit + 1));
  }

  public Uni<Optional<SensorRow>> find(AgencyId agency, String sensor) {
    return query(agency, ROWS + " and s.id = $2", Tuple.of(agency.value(), sensor))
        .map(rows -> rows.stream().findFirst());
  }

  private Uni<List<SensorRow>> query(AgencyId agency, String sql, Tuple parameters) {
    return database.inAgency(
        agency,
        connection -> connection.preparedQuery(sql).execute(parameters).map(SensorStore::read));
  }

  private static List<SensorRow> read(RowSet<Row> rows) {
    List<SensorRow> sensors = new ArrayList<>(rows.size());
    for (Row row : rows) {
      OffsetDateTime lastSeenAt = row.getOffsetDateTime("last_seen_at");
      sensors.add(
          new SensorRow(
              row.getString("id"),
              row.getString("name"),
              row.getString("format"),
              row.getDouble("lat_deg"),
              row.getDouble("lon_deg"),
              row.getDouble("altitude_m"),
              row.getBoolean("shared"),
              row.getBoolean("enabled"),
              row.getString("owner"),
              row.getValue("antenna") instanceof JsonObject antenna ? antenna : null,
              row.getDouble("range_m"),
              row.getOffsetDateTime("created_at").toInstant(),
              time(row, "last_seen_at"),
              lastSeenAt == null ? 0 : row.getLong("accepted"),
              lastSeenAt == null ? 0 : row.getLong("duplicate"),
              lastSeenAt == null ? Map.of() : counts(row),
              signs(row)));
    }
    return sensors;
  }

  private static Signs signs(Row row) {
    return new Signs(
        time(row, "frames_reported_at"),
        time(row, "frames_heard_at"),
        row.getString("state"),
        row.getString("firmware"),
        row.getString("model"),
        Map.of());
  }

  private static @Nullable Instant time(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  private static Map<String, Long> counts(Row row) {
    Map<String, Long> counts = new TreeMap<>();
    if (row.getValue("quarantined") instanceof JsonObject json) {
      json.forEach(entry -> counts.put(entry.getKey(), ((Number) entry.getValue()).longValue()));
      counts.values().removeIf(count -> count <= 0); // moved away by a re-submission
    }
    return counts;
  }
}
