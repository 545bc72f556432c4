package org.airwitness.zone.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.zone.core.Extent;
import org.airwitness.zone.core.ZoneOnMap;

/** The zones of an agency for its map. */
@ApplicationScoped
public class ZoneTileStore {
  /** No tile holds more; an agency has no more. */
  private static final int MAX_ZONES = AgencyZoneStore.MAX_ZONES;

  private static final String WITHIN =
      """
      select zone_id, feature, min_lon, min_lat, max_lon, max_lat from zone
      where agency_id in ($1, '~shared') and status = 'active'
        and max_lon >= $2 and max_lat >= $3 and min_lon <= $4 and min_lat <= $5
      order by zone_id limit $6
      """;

  private static final String AROUND_ALL =
      """
      select min(min_lon), min(min_lat), max(max_lon), max(max_lat) from zone
      where agency_id in ($1, '~shared') and status = 'active'
      """;

  private final AgencyDatabase database;

  ZoneTileStore(AgencyDatabase database) {
    this.database = database;
  }

  /** Reads the version of an agency's zones, which grows with every change; 0 before the first. */
  public Uni<Long> version(AgencyId agency) {
    return database.inAgency(
        agency,
        connection ->
            connection
                .preparedQuery("select version from zones_version where agency_id = $1")
                .execute(Tuple.of(agency.value()))
                .map(rows -> {
                  for (Row row : rows) {
                    return row.getLong(0);
                  }
                  return 0L;
                }));
  }

  /** Reads the box around all zones in force; nothing when there is none. */
  public Uni<Optional<Extent>> extent(AgencyId agency) {
    return database.inAgency(
        agency,
        connection ->
            connection
                .preparedQuery(AROUND_ALL)
                .execute(Tuple.of(agency.value()))
                .map(rows -> {
                  Row row = rows.iterator().next();
                  return Optional.ofNullable(row.getDouble(0)).map(west -> box(row, 0));
                }));
  }

  /** Reads the zones in force whose boxes meet a box. */
  public Uni<List<ZoneOnMap>> list(AgencyId agency, Extent box) {
    return database.inAgency(
        agency,
        connection ->
            connection
                .preparedQuery(WITHIN)
                .execute(
                    Tuple.of(
                        agency.value(),
                        box.minLonDeg(),
                        box.minLatDeg(),
                        box.maxLonDeg(),
                        box.maxLatDeg(),
                        MAX_ZONES))
                .map(rows -> {
                  List<ZoneOnMap> zones = new ArrayList<>(rows.size());
                  rows.forEach(row -> zones.add(read(row)));
                  return zones;
                }));
  }

  private static ZoneOnMap read(Row row) {
    return new ZoneOnMap(row.getUUID(0), row.getString(1), box(row, 2));
  }

  private static Extent box(Row row, int first) {
    return new Extent(
        row.getDouble(first),
        row.getDouble(first + 1),
        row.getDouble(first + 2),
        row.getDouble(first + 3));
  }
}
