package org.airwitness.zone.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneIndex;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.zone.core.AgencyZones;
import org.airwitness.zone.core.ZoneStatus;
import org.jboss.logging.Logger;

/**
 * The zones of an agency for evaluation: all that are in force at once, from any thread. What has
 * been loaded is kept, so that a change of a few zones reads and indexes these alone.
 */
@ApplicationScoped
public class ZoneIndexStore {
  private static final Logger LOG = Logger.getLogger(ZoneIndexStore.class);

  /** An index has worked out the schedules of two days. */
  private static final Duration MAX_AGE = Duration.ofHours(24);

  private static final String COLUMNS =
      "select zone_id, format, raw, status, valid_from, valid_until from zone ";

  private static final String ALL =
      COLUMNS + "where agency_id = $1 and status = 'active' order by zone_id";

  private static final String CHANGED =
      COLUMNS + "where agency_id = $1 and changed_in > $2 order by zone_id";

  /** The antimeridian lies on both edges of the map; extents are exact but for rounding. */
  private static final String OVER =
      COLUMNS
          + """
          where agency_id = $1 and status = 'active'
            and min_lat - 1e-6 <= $3 and max_lat + 1e-6 >= $3
            and (min_lon - 1e-6 <= $2 and max_lon + 1e-6 >= $2
              or abs($2) = 180 and (min_lon = -180 or max_lon = 180)
              or abs($3) = 90)
          order by zone_id
          """;

  private final AgencyDatabase database;
  private final InstantSource clock = InstantSource.system();
  private final Map<AgencyId, Loaded> loaded = new ConcurrentHashMap<>();

  ZoneIndexStore(AgencyDatabase database) {
    this.database = database;
  }

  private record Version(long number, Instant changedAt) {}

  /** What is in memory of an agency, and since when all of it is. */
  private record Loaded(AgencyZones zones, Instant indexedAt) {}

  /** Rows of one agency; the version is read first, so that it is never newer than the rows. */
  private record Rows(Version version, RowSet<Row> zones) {}

  /** Reads an agency's zones and builds their index on a worker thread. */
  public Uni<AgencyZones> load(AgencyId agency) {
    return read(agency, ALL, Tuple.of(agency.value()))
        .map(rows -> {
          Instant now = clock.instant();
          ZoneIndex index = ZoneIndex.of(inForce(rows.zones()), now);
          return keep(agency, rows.version(), index, now);
        });
  }

  /** Reads what has changed of an agency's zones since they were loaded, or all of them. */
  public Uni<AgencyZones> refresh(AgencyId agency) {
    Loaded known = loaded.get(agency);
    if (known == null || known.indexedAt().plus(MAX_AGE).isBefore(clock.instant())) {
      return load(agency);
    }
    return read(agency, CHANGED, Tuple.of(agency.value(), known.zones().version()))
        .map(rows ->
            keep(
                agency,
                rows.version(),
                changed(known.zones().index(), rows.zones()),
                known.indexedAt()));
  }

  /** Forgets what was loaded. */
  public void forget(AgencyId agency) {
    loaded.remove(agency);
  }

  private Uni<Rows> read(AgencyId agency, String sql, Tuple parameters) {
    return database
        .inAgency(
            agency,
            connection ->
                version(connection, agency)
                    .chain(version ->
                        connection
                            .preparedQuery(sql)
                            .execute(parameters)
                            .map(rows -> new Rows(version, rows))))
        .emitOn(Infrastructure.getDefaultWorkerPool());
  }

  private AgencyZones keep(AgencyId agency, Version version, ZoneIndex index, Instant indexedAt) {
    AgencyZones zones = new AgencyZones(version.number(), version.changedAt(), index);
    loaded.put(agency, new Loaded(zones, indexedAt));
    return zones;
  }

  private static ZoneIndex changed(ZoneIndex index, RowSet<Row> rows) {
    List<Zone> put = inForce(rows);
    Set<UUID> gone = new HashSet<>();
    rows.forEach(row -> gone.add(row.getUUID("zone_id")));
    put.forEach(zone -> gone.remove(zone.id()));
    return index.with(put, gone);
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
        .map(rows -> ZoneIndex.of(inForce(rows), clock.instant()));
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

  private static List<Zone> inForce(RowSet<Row> rows) {
    List<Zone> zones = new ArrayList<>(rows.size());
    for (Row row : rows) {
      if (ZoneRows.status(row) == ZoneStatus.ACTIVE) {
        restore(row).flatMap(zone -> ZoneRows.validity(row).narrow(zone)).ifPresent(zones::add);
      }
    }
    return zones;
  }

  private static Optional<Zone> restore(Row row) {
    try {
      return Optional.of(ZoneRows.content(row).restore());
    } catch (RuntimeException e) {
      LOG.errorf(e, "Zone %s does not read any more and is not watched", row.getUUID("zone_id"));
      return Optional.empty();
    }
  }
}
