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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.airwitness.ingest.core.GeoPoint;
import org.airwitness.ingest.core.Password;
import org.airwitness.ingest.core.Registration;
import org.airwitness.ingest.core.Registry;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.routing.Region;
import org.airwitness.ingest.core.routing.RegionReader;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.jspecify.annotations.Nullable;

/** Reads the registry for the listener, which has no request and so no Hibernate session. */
@ApplicationScoped
class RegistryReader implements Registry {
  private static final String SENSORS =
      """
      select s.id, s.format, s.lat_deg, s.lon_deg, s.shared, c.id as credential, c.salt, c.hash
      from sensor s join credential c on c.agency_id = s.agency_id and c.sensor_id = s.id
      where s.agency_id = $1
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
      return Optional.of(new Registration(sensor(agency, row), hash));
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
        row.getUUID("credential"));
  }

  private static @Nullable GeoPoint position(@Nullable Double latDeg, @Nullable Double lonDeg) {
    return latDeg == null || lonDeg == null ? null : new GeoPoint(latDeg, lonDeg);
  }

  @Override
  public CompletionStage<Map<AgencyId, Region>> regions(Set<AgencyId> known) {
    String[] ids = known.stream().map(AgencyId::value).toArray(String[]::new);
    return pool.preparedQuery(
            "select id, region from agency where region is not null and id <> all($1)")
        .execute(Tuple.tuple().addValue(ids))
        .map(this::regions)
        .subscribeAsCompletionStage();
  }

  private Map<AgencyId, Region> regions(RowSet<Row> rows) {
    Map<AgencyId, Region> regions = new HashMap<>();
    for (Row row : rows) {
      try {
        Region region = RegionReader.read(json.readTree(row.getString("region")));
        regions.put(new AgencyId(row.getString("id")), region);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("The region of " + row.getString("id") + " is broken", e);
      }
    }
    return regions;
  }
}
