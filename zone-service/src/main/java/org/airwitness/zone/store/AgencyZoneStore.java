package org.airwitness.zone.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.zone.core.Extent;
import org.airwitness.zone.core.Validity;
import org.airwitness.zone.core.ZoneDraft;
import org.airwitness.zone.core.ZonePut;
import org.airwitness.zone.core.ZoneStatus;
import org.jspecify.annotations.Nullable;

/** The zones of one agency in PostgreSQL; each method is one transaction. */
public final class AgencyZoneStore {
  /** Zones an agency may have, those that are withdrawn not counted. */
  public static final int MAX_ZONES = 20_000;

  private static final String FIND =
      "select " + ZoneRows.SHOWN + " from zone where agency_id in ($1, '~shared') and zone_id = $2";
  private static final String CONTENT =
      "select " + ZoneRows.CONTENT + " from zone where agency_id = $1 and zone_id = $2";
  private static final String MATCHING =
      """
       from zone where agency_id in ($1, '~shared') and min_lat <= $5 and max_lat >= $3
        and case when $2::float8 <= $4::float8 then min_lon <= $4 and max_lon >= $2
          else min_lon <= $4 or max_lon >= $2 end
        and ($6::text is null or status = $6) and ($7::uuid is null or set_id = $7)
      """;
  private static final String PAGE =
      "select "
          + ZoneRows.SHOWN
          + MATCHING
          + " and (created_at, zone_id) > ($8, $9) order by created_at, zone_id limit $10";
  private static final String CONTENTS =
      "select "
          + ZoneRows.CONTENT
          + ", valid_from, valid_until"
          + MATCHING
          + " order by created_at, zone_id";
  private static final String VERSIONS =
      "select "
          + ZoneRows.HISTORY
          + " from zone_history where agency_id = $1 and zone_id = $2 and version < $3"
          + " order by version desc limit $4";
  private static final String VERSION =
      "select "
          + ZoneRows.HISTORY
          + ", zone_id, set_id, format, raw, source, created_at from zone_history h"
          + " join lateral (select set_id, created_at, source from zone z"
          + " left join lateral (select s.source from zone_set s"
          + " where s.agency_id = z.agency_id and s.set_id = z.set_id) s on true"
          + " where z.agency_id = h.agency_id and z.zone_id = h.zone_id) z on true"
          + " where agency_id = $1 and zone_id = $2 and version = $3";
  private static final String COUNT =
      "select count(*) from zone where agency_id = $1 and status <> 'withdrawn'";
  private static final String LIFE =
      "select version, status from zone where agency_id = $1 and zone_id = $2 for update";
  private final AgencyDatabase database;
  private final AgencyId agency;

  AgencyZoneStore(AgencyDatabase database, AgencyId agency) {
    this.database = database;
    this.agency = agency;
  }

  /** What a change of one zone came to. */
  public enum Result {
    DONE,
    /** It is as it was to become. */
    UNCHANGED,
    /** It has another version than the one that was to be changed. */
    OTHER_VERSION,
    UNKNOWN
  }

  /** One version with its content. */
  public record Version(
      ZoneVersion entry, ZoneContentRow content, @Nullable UUID set, Instant createdAt) {}

  /** Finds a zone, whatever its status. */
  public Uni<Optional<StoredZone>> find(UUID id) {
    return inAgency(connection ->
        connection
            .preparedQuery(FIND)
            .execute(Tuple.of(agency.value(), id))
            .map(rows -> ZoneRows.first(rows, ZoneRows::shown)));
  }

  /** Finds the content of a zone. */
  public Uni<Optional<ZoneContentRow>> findContent(UUID id) {
    return inAgency(connection ->
        connection
            .preparedQuery(CONTENT)
            .execute(Tuple.of(agency.value(), id))
            .map(rows -> ZoneRows.first(rows, ZoneRows::content)));
  }

  /** Lists zones, the oldest first, after the cursor. */
  public Uni<List<StoredZone>> list(ZoneFilter filter, Cursor after, int limit) {
    Tuple parameters =
        parameters(filter).addValue(ZoneRows.utc(after.at())).addUUID(after.id()).addInteger(limit);
    return inAgency(connection ->
        connection
            .preparedQuery(PAGE)
            .execute(parameters)
            .map(rows -> ZoneRows.list(rows, ZoneRows::shown)));
  }

  /** A zone's content, and how long it stands. */
  public record Standing(ZoneContentRow content, Validity validity) {}

  /** Lists the content of zones, the oldest first. */
  public Uni<List<Standing>> listContents(ZoneFilter filter) {
    return inAgency(connection ->
        connection
            .preparedQuery(CONTENTS)
            .execute(parameters(filter))
            .map(rows ->
                ZoneRows.list(
                    rows, row -> new Standing(ZoneRows.content(row), ZoneRows.validity(row)))));
  }

  private Tuple parameters(ZoneFilter filter) {
    Extent box = filter.box();
    return Tuple.tuple()
        .addString(agency.value())
        .addDouble(box.minLonDeg())
        .addDouble(box.minLatDeg())
        .addDouble(box.maxLonDeg())
        .addDouble(box.maxLatDeg())
        .addValue(filter.status().map(ZoneStatus::label).orElse(null))
        .addValue(filter.set().orElse(null));
  }

  /** Lists the history of a zone, the newest first, before a version. */
  public Uni<List<ZoneVersion>> listVersions(UUID id, int before, int limit) {
    return inAgency(connection ->
        connection
            .preparedQuery(VERSIONS)
            .execute(Tuple.of(agency.value(), id, before, limit))
            .map(rows -> ZoneRows.list(rows, ZoneRows::history)));
  }

  /** Finds one version of a zone. */
  public Uni<Optional<Version>> findVersion(UUID id, int version) {
    return inAgency(connection ->
        connection
            .preparedQuery(VERSION)
            .execute(Tuple.of(agency.value(), id, version))
            .map(rows ->
                ZoneRows.first(
                    rows,
                    row ->
                        new Version(
                            ZoneRows.history(row),
                            ZoneRows.content(row),
                            row.getUUID("set_id"),
                            ZoneRows.time(row, "created_at")))));
  }

  /**
   * Adds a new zone.
   *
   * @throws TooManyZonesException (as failure) when the agency has as many as it may
   */
  public Uni<Void> add(ZoneDraft draft, String by) {
    return inAgency(connection ->
        ZoneChange.begin(connection, agency, by, draft.readAt())
            .chain(change ->
                change
                    .put(List.of(new ZonePut(draft, List.of())), null)
                    .chain(() -> change.finish()))
            .chain(() -> requireRoom(connection, agency)));
  }

  /** Replaces a zone that has this version. */
  public Uni<Result> replace(ZonePut put, int version, String by) {
    return change(
        put.draft().id(),
        by,
        put.draft().readAt(),
        life -> life.version() == version ? Result.DONE : Result.OTHER_VERSION,
        change -> change.put(List.of(put), null));
  }

  /** Activates or withdraws a zone, if it has this version or any will do. */
  public Uni<Result> setStatus(
      UUID id, ZoneStatus status, Optional<Integer> version, String by, Instant at) {
    return change(
        id,
        by,
        at,
        life ->
            version.isPresent() && life.version() != version.get()
                ? Result.OTHER_VERSION
                : life.status() == status ? Result.UNCHANGED : Result.DONE,
        change -> change.setStatus(List.of(id), status));
  }

  private record Life(int version, ZoneStatus status) {}

  private Uni<Result> change(
      UUID id,
      String by,
      Instant at,
      Function<Life, Result> decision,
      Function<ZoneChange, Uni<Void>> work) {
    return inAgency(connection ->
        ZoneChange.begin(connection, agency, by, at)
            .chain(change ->
                connection
                    .preparedQuery(LIFE)
                    .execute(Tuple.of(agency.value(), id))
                    .map(rows ->
                        ZoneRows.first(
                                rows,
                                row -> new Life(row.getInteger("version"), ZoneRows.status(row)))
                            .map(decision)
                            .orElse(Result.UNKNOWN))
                    .call(result ->
                        result == Result.DONE
                            ? work.apply(change).chain(() -> change.finish())
                            : Uni.createFrom().nullItem())));
  }

  /**
   * Fails when an agency has too many zones; after a change is finished, so that none is
   * overlooked.
   */
  static Uni<Void> requireRoom(SqlConnection connection, AgencyId owner) {
    return connection
        .preparedQuery(COUNT)
        .execute(Tuple.of(owner.value()))
        .invoke(rows -> {
          long zones = rows.iterator().next().getLong(0);
          if (zones > MAX_ZONES) {
            throw new TooManyZonesException(zones);
          }
        })
        .replaceWithVoid();
  }

  private <T> Uni<T> inAgency(Function<SqlConnection, Uni<T>> work) {
    return database.inAgency(agency, work);
  }
}
