package org.airwitness.ingest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.airwitness.ingest.core.Allowance;
import org.airwitness.ingest.core.GeoPoint;
import org.airwitness.ingest.core.Password;
import org.airwitness.ingest.core.Registration;
import org.airwitness.ingest.core.Registry;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.SensorToken;
import org.airwitness.ingest.core.routing.Region;
import org.airwitness.ingest.core.routing.RegionChange;
import org.airwitness.ingest.core.routing.RegionReader;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.jspecify.annotations.Nullable;

/** Reads the registry for the listener, which has no request and so no Hibernate session. */
@ApplicationScoped
class RegistryReader implements Registry {
  private static final String SENSORS =
      """
      select s.id, s.format, s.lat_deg, s.lon_deg, s.shared, c.id as credential, c.salt, c.hash,
        c.token_key, c.certificate_sha256,
        a.sensor_messages_per_second, a.agency_messages_per_second
      from sensor s join credential c on c.agency_id = s.agency_id and c.sensor_id = s.id
        join agency a on a.id = s.agency_id
      where s.agency_id = $1 and s.enabled
      """;

  private static final String CHANGED_REGIONS =
      """
      select a.id, a.region, a.version
      from (select id, region, coalesce(md5(region), 'none') as version from agency) a
        left join unnest($1::text[], $2::text[]) known (id, version) on known.id = a.id
      where a.version <> coalesce(known.version, 'none')
      """;

  private final AgencyDatabase database;
  private final Pool pool;
  private final ObjectMapper json;

  RegistryReader(AgencyDatabase database, Pool pool, ObjectMapper json) {
    this.database = database;
    this.pool = pool;
    this.json = json;
  }

  @Override
  public CompletionStage<Optional<Registration>> find(SensorKey key) {
    return database
        .inAgency(
            key.agency(),
            connection ->
                connection
                    .preparedQuery(SENSORS + " and s.id = $2")
                    .execute(Tuple.of(key.agency().value(), key.sensor())))
        .map(rows -> first(key.agency(), rows))
        .subscribeAsCompletionStage();
  }

  private static Optional<Registration> first(AgencyId agency, RowSet<Row> rows) {
    for (Row row : rows) {
      Password.Hash hash =
          new Password.Hash(row.getBuffer("salt").getBytes(), row.getBuffer("hash").getBytes());
      return Optional.of(
          new Registration(
              sensor(agency, row),
              hash,
              row.getBuffer("token_key") == null
                  ? null
                  : SensorToken.key(row.getBuffer("token_key").getBytes()),
              row.getBuffer("certificate_sha256") == null
                  ? null
                  : row.getBuffer("certificate_sha256").getBytes()));
    }
    return Optional.empty();
  }

  @Override
  public CompletionStage<Map<SensorKey, Sensor>> list(Set<AgencyId> agencies) {
    Map<SensorKey, Sensor> sensors = new HashMap<>();
    return database
        .inTransaction(connection ->
            Multi.createFrom()
                .iterable(agencies)
                .onItem()
                .transformToUniAndConcatenate(agency -> list(connection, agency, sensors))
                .collect()
                .last()
                .replaceWith(sensors))
        .subscribeAsCompletionStage();
  }

  private static Uni<Void> list(
      SqlConnection connection, AgencyId agency, Map<SensorKey, Sensor> sensors) {
    return AgencyDatabase.enter(connection, agency)
        .chain(() -> connection.preparedQuery(SENSORS).execute(Tuple.of(agency.value())))
        .invoke(rows -> {
          for (Row row : rows) {
            Sensor sensor = sensor(agency, row);
            sensors.put(sensor.key(), sensor);
          }
        })
        .replaceWithVoid();
  }

  private static Sensor sensor(AgencyId agency, Row row) {
    return new Sensor(
        new SensorKey(agency, row.getString("id")),
        row.getString("format"),
        position(row.getDouble("lat_deg"), row.getDouble("lon_deg")),
        row.getBoolean("shared"),
        row.getUUID("credential"),
        new Allowance(
            row.getInteger("sensor_messages_per_second"),
            row.getInteger("agency_messages_per_second")));
  }

  private static @Nullable GeoPoint position(@Nullable Double latDeg, @Nullable Double lonDeg) {
    return latDeg == null || lonDeg == null ? null : new GeoPoint(latDeg, lonDeg);
  }

  @Override
  public CompletionStage<List<RegionChange>> regions(Map<AgencyId, String> known) {
    String[] ids = known.keySet().stream().map(AgencyId::value).toArray(String[]::new);
    String[] versions = known.values().toArray(String[]::new);
    return pool.preparedQuery(CHANGED_REGIONS)
        .execute(Tuple.tuple().addValue(ids).addValue(versions))
        .map(this::regions)
        .subscribeAsCompletionStage();
  }

  private List<RegionChange> regions(RowSet<Row> rows) {
    List<RegionChange> changes = new ArrayList<>();
    for (Row row : rows) {
      String id = row.getString("id");
      String region = row.getString("region");
      changes.add(
          new RegionChange(
              new AgencyId(id),
              row.getString("version"),
              region == null ? null : region(id, region)));
    }
    return changes;
  }

  private Region region(String agency, String geoJson) {
    try {
      return RegionReader.read(json.readTree(geoJson));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The region of " + agency + " is broken", e);
    }
  }
}
