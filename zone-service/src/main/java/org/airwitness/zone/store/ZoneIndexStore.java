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
      "select agency_id, version, status, valid_from, valid_until, "
          + ZoneRows.CONTENT
          + " from zone ";

  private static final String ALL =
      COLUMNS + "where agency_id in ($1, '~shared') and status = 'active' order by zone_id";

  private static final String CHANGED =
      COLUMNS
          + """
          where (agency_id, changed_in) in (select agency_id, change_id from zone_change
            where agency_id = $1 and version > $2 or agency_id = '~shared' and version > $3)
          order by zone_id
          """;

  /** The numbers of its own zones and of those that are shared, and to which sets it subscribes. */
  private static final String STATE =
      """
      select coalesce(v.version, 0) as version, coalesce(v.changed_at, 'epoch') as changed_at,
        coalesce(s.version, 0) as shared,
        (select coalesce(string_agg(u.set_id::text, ',' order by u.set_id), '')
          from set_subscription u where u.agency_id = $1) as subscriptions
      from (select 1) as one left join zones_version v on v.agency_id = $1
        left join zones_version s on s.agency_id = '~shared'
      """;

  /** The antimeridian lies on both edges of the map; extents are exact but for rounding. */
  private static final String OVER =
      COLUMNS
          + """
          where agency_id in ($1, '~shared') and status = 'active'
            and min_lat - 1e-6 <= $3 and max_lat + 1e-6 >= $3
            and (min_lon - 1e-6 <= $2 and max_lon + 1e-6 >= $2
              or abs($2) = 180 and (min_lon = -180 or max_lon = 180)
              or abs($3) = 90)
          order by zone_id
          """;

  private final AgencyDatabase database;
  private final InstantSource clock = InstantSource.system();
  private final Map<AgencyId, Loaded> loaded = new ConcurrentHashMap<>();
  private final SharedZones sharedZones = new SharedZones();

  ZoneIndexStore(AgencyDatabase database) {
    this.database = database;
  }

  private record State(long version, Instant changedAt, long shared, String subscriptions) {}

  /** What is in memory of an agency, and since when all of it is. */
  private record Loaded(State state, AgencyZones zones, Instant indexedAt) {}

  /** Rows of one agency; the state is read first, so that it is never newer than the rows. */
  private record Rows(State state, RowSet<Row> zones) {}

  /** Reads an agency's zones and builds their index on a worker thread. */
  public Uni<AgencyZones> load(AgencyId agency) {
    return read(agency, ALL, Tuple.of(agency.value()))
        .map(rows -> {
          Instant now = clock.instant();
          ZoneIndex index = ZoneIndex.of(inForce(rows.zones()), now);
          return keep(agency, rows.state(), index, now);
        });
  }

  /** Reads what has changed of an agency's zones since they were loaded, or all of them. */
  public Uni<AgencyZones> refresh(AgencyId agency) {
    Loaded known = loaded.get(agency);
    if (known == null || known.indexedAt().plus(MAX_AGE).isBefore(clock.instant())) {
      return load(agency);
    }
    State then = known.state();
    return read(agency, CHANGED, Tuple.of(agency.value(), then.version(), then.shared()))
        .chain(rows ->
            rows.state().subscriptions().equals(then.subscriptions())
                ? Uni.createFrom()
                    .item(() ->
                        keep(
                            agency,
                            rows.state(),
                            changed(known.zones().index(), rows.zones()),
                            known.indexedAt()))
                : load(agency));
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
                state(connection, agency)
                    .chain(state ->
                        connection
                            .preparedQuery(sql)
                            .execute(parameters)
                            .map(rows -> new Rows(state, rows))))
        .emitOn(Infrastructure.getDefaultWorkerPool());
  }

  private AgencyZones keep(AgencyId agency, State state, ZoneIndex index, Instant indexedAt) {
    AgencyZones zones = new AgencyZones(state.version(), state.changedAt(), index);
    loaded.put(agency, new Loaded(state, zones, indexedAt));
    return zones;
  }

  private ZoneIndex changed(ZoneIndex index, RowSet<Row> rows) {
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
                    .chain(() -> state(connection, agency))
                    .map(state -> Map.entry(agency, state.version())))
            .collect()
            .asList()
            .map(entries ->
                entries.stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
  }

  private static Uni<State> state(SqlConnection connection, AgencyId agency) {
    return connection
        .preparedQuery(STATE)
        .execute(Tuple.of(agency.value()))
        .map(rows -> {
          Row row = rows.iterator().next();
          return new State(
              row.getLong("version"),
              ZoneRows.time(row, "changed_at"),
              row.getLong("shared"),
              row.getString("subscriptions"));
        });
  }

  private List<Zone> inForce(RowSet<Row> rows) {
    List<Zone> zones = new ArrayList<>(rows.size());
    for (Row row : rows) {
      if (ZoneRows.status(row) == ZoneStatus.ACTIVE) {
        restore(row).flatMap(zone -> ZoneRows.validity(row).narrow(zone)).ifPresent(zones::add);
      }
    }
    return zones;
  }

  private Optional<Zone> restore(Row row) {
    try {
      ZoneContentRow content = ZoneRows.content(row);
      return Optional.of(
          row.getString("agency_id").equals(AgencyId.SHARED.value())
              ? sharedZones.get(content, row.getInteger("version"))
              : content.restore());
    } catch (RuntimeException e) {
      LOG.errorf(e, "Zone %s does not read any more and is not watched", row.getUUID("zone_id"));
      return Optional.empty();
    }
  }
}
