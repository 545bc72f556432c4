package org.airwitness.zone.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneIndex;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.zone.core.AgencyZones;
import org.airwitness.zone.core.ZoneFormat;
import org.jboss.logging.Logger;

/** The zones of an agency for evaluation: all of them at once, from any thread. */
@ApplicationScoped
public class ZoneIndexStore {
  private static final Logger LOG = Logger.getLogger(ZoneIndexStore.class);

  /** The antimeridian lies on both edges of the map; extents are exact but for rounding. */
  private static final String OVER =
      """
      select zone_id, format, raw from zone
      where agency_id = $1 and min_lat - 1e-6 <= $3 and max_lat + 1e-6 >= $3
        and (min_lon - 1e-6 <= $2 and max_lon + 1e-6 >= $2
          or abs($2) = 180 and (min_lon = -180 or max_lon = 180)
          or abs($3) = 90)
      order by zone_id
      """;

  private final AgencyDatabase database;
  private final InstantSource clock = InstantSource.system();

  ZoneIndexStore(AgencyDatabase database) {
    this.database = database;
  }

  private record Version(long number, Instant changedAt) {}

  /** Rows of one agency; the version is read first, so that it is never newer than the rows. */
  private record Rows(Version version, RowSet<Row> zones) {}

  /** Reads an agency's zones and builds their index on a worker thread. */
  public Uni<AgencyZones> load(AgencyId agency) {
    return database
        .inAgency(
            agency,
            connection ->
                version(connection, agency)
                    .chain(
                        version -> zones(connection, agency).map(rows -> new Rows(version, rows))))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(rows ->
            new AgencyZones(
                rows.version().number(), rows.version().changedAt(), index(rows.zones())));
  }

  /** Reads those zones of an agency that may hold a place; built like {@link #load}. */
  public Uni<ZoneIndex> loadOver(AgencyId agency, Position place) {
    return database
        .inAgency(
            agency,
            connection ->
                connection
                    .preparedQuery(OVER)
                    .execute(Tuple.of(agency.value(), place.lonDeg(), place.latDeg())))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(this::index);
  }

  /** Reads which version of its zones each agency has. */
  public Uni<Map<AgencyId, Long>> versions(Collection<AgencyId> agencies) {
    return database.inTransaction(connection ->
        Multi.createFrom()
            .iterable(agencies)
            .onItem()
            .transformToUniAndConcatenate(agency ->
                AgencyDatabase.enter(connection, agency)
                    .chain(() -> version(connection, agency))
                    .map(version -> Map.entry(agency, version.number())))
            .collect()
            .asList()
            .map(entries ->
                entries.stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
  }

  private static Uni<Version> version(SqlConnection connection, AgencyId agency) {
    return connection
        .preparedQuery("select version, changed_at from zones_version where agency_id = $1")
        .execute(Tuple.of(agency.value()))
        .map(rows -> {
          for (Row row : rows) {
            OffsetDateTime changedAt = row.getOffsetDateTime(1);
            return new Version(row.getLong(0), changedAt.toInstant());
          }
          return new Version(0, Instant.EPOCH);
        });
  }

  private static Uni<RowSet<Row>> zones(SqlConnection connection, AgencyId agency) {
    return connection
        .preparedQuery(
            "select zone_id, format, raw from zone where agency_id = $1 order by zone_id")
        .execute(Tuple.of(agency.value()));
  }

  private ZoneIndex index(RowSet<Row> rows) {
    List<Zone> zones = new ArrayList<>(rows.size());
    for (Row row : rows) {
      restore(row.getUUID(0), row.getString(1), row.getString(2), zones);
    }
    return ZoneIndex.of(zones, clock.instant());
  }

  private static void restore(UUID id, String format, String raw, List<Zone> zones) {
    try {
      zones.add(ZoneFormat.find(format).orElseThrow().restore(id, raw));
    } catch (RuntimeException e) {
      LOG.errorf(e, "Zone %s does not read any more and is not watched", id);
    }
  }
}
