package org.airwitness.zone.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.zone.core.ZoneFormat;
import org.airwitness.zone.core.ZoneStatus;

/** The published sets of an agency or of the platform, and who subscribes to the latter. */
@ApplicationScoped
public class SetStore {
  /** Sets an owner may have. */
  public static final int MAX_SETS = 500;

  private static final String COLUMNS =
      """
      select s.*, exists (select 1 from set_subscription u
        where u.agency_id = $1 and u.set_id = s.set_id) as subscribed
      from zone_set s where s.agency_id in ($1, '~shared')
      """;
  private static final String ENSURE =
      """
      insert into zone_set (agency_id, set_id, name, source, format, created_at, created_by)
      select $1, $2, $3, $4, $5, $6, $7
      where (select count(*) from zone_set where agency_id = $1) < $8
      on conflict (agency_id, name) do nothing
      """;
  private static final String SUBSCRIBE =
      """
      insert into set_subscription (agency_id, set_id, since, subscribed_by)
      values ($1, $2, $3, $4) on conflict do nothing
      """;
  private static final String UNSUBSCRIBE =
      "delete from set_subscription where agency_id = $1 and set_id = $2";

  private final AgencyDatabase database;

  SetStore(AgencyDatabase database) {
    this.database = database;
  }

  /** Finds a set of the owner by its name, or makes it; nothing when it has too many. */
  public Uni<Optional<ZoneSet>> ensure(
      AgencyId owner,
      String name,
      Optional<String> source,
      ZoneFormat format,
      String by,
      Instant at) {
    return database.inAgency(
        owner,
        connection ->
            connection
                .preparedQuery(ENSURE)
                .execute(
                    Tuple.tuple()
                        .addString(owner.value())
                        .addUUID(UUID.randomUUID())
                        .addString(name)
                        .addValue(source.orElse(null))
                        .addString(format.label())
                        .addValue(ZoneRows.utc(at))
                        .addString(by)
                        .addInteger(MAX_SETS))
                .chain(() ->
                    connection
                        .preparedQuery(COLUMNS + " and s.agency_id = $1 and name = $2")
                        .execute(Tuple.of(owner.value(), name)))
                .map(rows -> ZoneRows.first(rows, SetStore::set)));
  }

  /** Finds a set of the owner, or one that is shared. */
  public Uni<Optional<ZoneSet>> find(AgencyId owner, UUID id) {
    return database.inAgency(
        owner,
        connection ->
            connection
                .preparedQuery(COLUMNS + " and s.set_id = $2")
                .execute(Tuple.of(owner.value(), id))
                .map(rows -> ZoneRows.first(rows, SetStore::set)));
  }

  /** Lists the sets of the owner and those that are shared. */
  public Uni<List<ZoneSet>> list(AgencyId owner) {
    return database.inAgency(
        owner,
        connection ->
            connection
                .preparedQuery(COLUMNS + " order by s.name, s.set_id")
                .execute(Tuple.of(owner.value()))
                .map(rows -> ZoneRows.list(rows, SetStore::set)));
  }

  /** Begins or ends a subscription; false when it was so already. */
  public Uni<Boolean> subscribe(
      AgencyId agency, UUID set, boolean subscribed, String by, Instant at) {
    return database.inAgency(
        agency,
        connection ->
            ZoneChange.begin(connection, agency, by, at)
                .chain(change ->
                    (subscribed
                            ? connection
                                .preparedQuery(SUBSCRIBE)
                                .execute(Tuple.of(agency.value(), set, ZoneRows.utc(at), by))
                            : connection
                                .preparedQuery(UNSUBSCRIBE)
                                .execute(Tuple.of(agency.value(), set)))
                        .map(rows -> rows.rowCount() > 0)
                        .call(changed -> changed ? change.finish() : Uni.createFrom().nullItem())));
  }

  /** Withdraws every zone of a set and removes it; tells whose zones have changed. */
  public Uni<List<AgencyId>> remove(AgencyId owner, UUID set, String by, Instant at) {
    return database.inAgency(
        owner,
        connection ->
            ZoneChange.begin(connection, owner, by, at)
                .chain(change ->
                    connection
                        .preparedQuery(
                            "select 1 from zone_set where agency_id = $1 and set_id = $2"
                                + " for update")
                        .execute(Tuple.of(owner.value(), set))
                        .chain(() ->
                            connection
                                .preparedQuery(
                                    "select zone_id from zone where agency_id = $1 and set_id = $2"
                                        + " and status <> 'withdrawn'")
                                .execute(Tuple.of(owner.value(), set)))
                        .map(rows -> ZoneRows.list(rows, row -> row.getUUID(0)))
                        .chain(zones -> change.setStatus(zones, ZoneStatus.WITHDRAWN))
                        .chain(() -> delete(connection, owner, set))
                        .chain(() -> change.finish())));
  }

  private static Uni<Void> delete(SqlConnection connection, AgencyId owner, UUID set) {
    Tuple key = Tuple.of(owner.value(), set);
    return connection
        .preparedQuery("delete from zone_quarantine where agency_id = $1 and set_id = $2")
        .execute(key)
        .chain(() -> SourceStore.remove(connection, owner, set))
        .chain(() ->
            connection
                .preparedQuery("delete from zone_set where agency_id = $1 and set_id = $2")
                .execute(key))
        .replaceWithVoid();
  }

  static ZoneSet set(Row row) {
    return new ZoneSet(
        row.getUUID("set_id"),
        row.getString("name"),
        row.getString("agency_id").equals(AgencyId.SHARED.value()),
        row.getBoolean("subscribed"),
        Optional.ofNullable(row.getString("source")),
        ZoneFormat.find(row.getString("format")).orElseThrow(),
        row.getInteger("edition"),
        ZoneRows.findTime(row, "edition_at"),
        ZoneRows.time(row, "created_at"),
        row.getString("result"));
  }
}
