package org.airwitness.zone.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.zone.core.ZoneDraft;
import org.airwitness.zone.core.ZonePut;
import org.airwitness.zone.core.ZoneStatus;
import org.jspecify.annotations.Nullable;

/**
 * One change of an agency's zones within a transaction. It marks what it writes with its id and
 * takes the next version of the agency's zones at its end: a small change does not wait for a large
 * one, unless both are of the same zone.
 */
final class ZoneChange {
  /** Zones in one statement. */
  private static final int CHUNK = 500;

  private static final String NUMBER =
      """
      with next as (
        insert into zones_version as v (agency_id, version, changed_at)
        values ($1, 1, clock_timestamp())
        on conflict (agency_id) do update
          set version = v.version + 1, changed_at = clock_timestamp() returning version)
      insert into zone_change (agency_id, change_id, version) select $1, $2, version from next
      """;

  /** In one order, so that two of them cannot wait for each other. */
  private static final String NUMBER_OF_SUBSCRIBERS =
      """
      with subscribers as materialized (
        select agency_id from zones_version where agency_id <> '~shared' order by agency_id
        for update)
      update zones_version v set version = v.version + 1, changed_at = clock_timestamp()
      from subscribers s where v.agency_id = s.agency_id returning v.agency_id
      """;

  private static final String PUT =
      """
      insert into zone as z (agency_id, zone_id, format, identifier, country, name, restriction,
        content_hash, raw, feature, min_lon, min_lat, max_lon, max_lat, status, valid_from,
        valid_until, set_id, version, created_at, created_by, changed_at, changed_by, changed_in)
      select $1, n.*, $2::uuid, 1, $3::timestamptz, $4::text, $3, $4, $5::bigint
      from unnest($6::uuid[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],
        $12::text[], $13::text[], $14::text[], $15::float8[], $16::float8[], $17::float8[],
        $18::float8[], $19::text[], $20::timestamptz[], $21::timestamptz[]) as n
      on conflict (agency_id, zone_id) do update set format = excluded.format,
        identifier = excluded.identifier, country = excluded.country, name = excluded.name,
        restriction = excluded.restriction, content_hash = excluded.content_hash,
        raw = excluded.raw, feature = excluded.feature, min_lon = excluded.min_lon,
        min_lat = excluded.min_lat, max_lon = excluded.max_lon, max_lat = excluded.max_lat,
        status = excluded.status, valid_from = excluded.valid_from,
        valid_until = excluded.valid_until, set_id = excluded.set_id, version = z.version + 1,
        changed_at = excluded.changed_at, changed_by = excluded.changed_by,
        changed_in = excluded.changed_in
      """;

  private static final String SET_STATUS =
      """
      update zone set status = $2, version = version + 1, changed_at = $3, changed_by = $4,
        changed_in = $5 where agency_id = $1 and zone_id = any($6)
      """;

  private static final String RECORD =
      """
      insert into zone_history (agency_id, zone_id, version, change, fields, changed_at, changed_by,
        status, valid_from, valid_until, format, raw)
      select z.agency_id, z.zone_id, z.version,
        case when $2 <> '' then $2 when z.version = 1 then 'created' else 'replaced' end,
        string_to_array(n.fields, ','), z.changed_at, z.changed_by, z.status, z.valid_from,
        z.valid_until, z.format, z.raw
      from unnest($3::uuid[], $4::text[]) as n(zone_id, fields)
        join zone z on z.agency_id = $1 and z.zone_id = n.zone_id
      """;

  private final SqlConnection connection;
  private final AgencyId agency;
  private final long id;
  private final String by;
  private final Instant at;

  private ZoneChange(SqlConnection connection, AgencyId agency, long id, String by, Instant at) {
    this.connection = connection;
    this.agency = agency;
    this.id = id;
    this.by = by;
    this.at = at;
  }

  /** Begins a change. */
  static Uni<ZoneChange> begin(SqlConnection connection, AgencyId agency, String by, Instant at) {
    return connection
        .query("select nextval('zone_change_id')")
        .execute()
        .map(rows -> new ZoneChange(connection, agency, rows.iterator().next().getLong(0), by, at));
  }

  /**
   * Stores zones, new or in place of what they were, as part of a set if one is given; in one
   * order, so that two changes cannot wait for each other.
   */
  Uni<Void> put(Collection<ZonePut> puts, @Nullable UUID set) {
    return inChunks(
        puts.stream().sorted(Comparator.comparing(put -> put.draft().id())).toList(),
        some ->
            connection
                .preparedQuery(PUT)
                .execute(columns(some, set))
                .chain(() ->
                    record(
                        "",
                        column(some, UUID[]::new, put -> put.draft().id()),
                        column(some, String[]::new, put -> String.join(",", put.fields())))));
  }

  /** Activates or withdraws zones of another status. */
  Uni<Void> setStatus(Collection<UUID> zones, ZoneStatus status) {
    String change = status == ZoneStatus.ACTIVE ? "activated" : "withdrawn";
    return inChunks(
        zones.stream().sorted().toList(),
        some -> {
          UUID[] ids = some.toArray(UUID[]::new);
          return connection
              .preparedQuery(SET_STATUS)
              .execute(
                  Tuple.of(agency.value(), status.label(), ZoneRows.utc(at), by, id)
                      .addArrayOfUUID(ids))
              .chain(() -> record(change, ids, column(some, String[]::new, _ -> "status")));
        });
  }

  /**
   * Makes the change known to those who compare versions. From here on other changes of the
   * agency's zones wait for the end of the transaction.
   *
   * @return whose zones have changed: the agency's, or of what is shared its subscribers'
   */
  Uni<List<AgencyId>> finish() {
    return connection
        .preparedQuery(NUMBER)
        .execute(Tuple.of(agency.value(), id))
        .chain(() ->
            agency.equals(AgencyId.SHARED)
                ? connection
                    .preparedQuery(NUMBER_OF_SUBSCRIBERS)
                    .execute()
                    .map(rows -> ZoneRows.list(rows, row -> new AgencyId(row.getString(0))))
                : Uni.createFrom().item(List.of(agency)));
  }

  private Uni<Void> record(String change, UUID[] zones, String[] fields) {
    return connection
        .preparedQuery(RECORD)
        .execute(Tuple.of(agency.value(), change).addArrayOfUUID(zones).addArrayOfString(fields))
        .replaceWithVoid();
  }

  private static <T> Uni<Void> inChunks(Collection<T> all, Function<List<T>, Uni<Void>> work) {
    return Multi.createFrom()
        .iterable(all)
        .group()
        .intoLists()
        .of(CHUNK)
        .onItem()
        .transformToUniAndConcatenate(some -> work.apply(some))
        .collect()
        .last();
  }

  private Tuple columns(List<ZonePut> puts, @Nullable UUID set) {
    return Tuple.tuple()
        .addString(agency.value())
        .addValue(set)
        .addValue(ZoneRows.utc(at))
        .addString(by)
        .addLong(id)
        .addValue(column(puts, UUID[]::new, put -> put.draft().id()))
        .addValue(texts(puts, draft -> draft.format().label()))
        .addValue(texts(puts, draft -> draft.zone().key().identifier()))
        .addValue(texts(puts, draft -> draft.zone().key().country()))
        .addValue(texts(puts, draft -> draft.zone().name()))
        .addValue(texts(puts, draft -> draft.zone().restriction().name()))
        .addValue(texts(puts, ZoneDraft::contentHash))
        .addValue(texts(puts, ZoneDraft::stored))
        .addValue(texts(puts, ZoneDraft::feature))
        .addValue(degrees(puts, draft -> draft.extent().minLonDeg()))
        .addValue(degrees(puts, draft -> draft.extent().minLatDeg()))
        .addValue(degrees(puts, draft -> draft.extent().maxLonDeg()))
        .addValue(degrees(puts, draft -> draft.extent().maxLatDeg()))
        .addValue(texts(puts, draft -> draft.status().label()))
        .addValue(times(puts, draft -> draft.validity().from()))
        .addValue(times(puts, draft -> draft.validity().until()));
  }

  /** PostgreSQL's text takes every character but NUL, which JSON text has only escaped. */
  private static String[] texts(List<ZonePut> puts, Function<ZoneDraft, String> text) {
    return column(puts, String[]::new, put -> text.apply(put.draft()).replace('\0', '\uFFFD'));
  }

  private static Double[] degrees(List<ZonePut> puts, Function<ZoneDraft, Double> value) {
    return column(puts, Double[]::new, put -> value.apply(put.draft()));
  }

  private static @Nullable OffsetDateTime[] times(
      List<ZonePut> puts, Function<ZoneDraft, @Nullable Instant> time) {
    return column(puts, OffsetDateTime[]::new, put -> ZoneRows.utc(time.apply(put.draft())));
  }

  private static <S, T extends @Nullable Object> T[] column(
      List<S> rows, IntFunction<T[]> array, Function<S, T> value) {
    return rows.stream().map(value).toArray(array);
  }
}
