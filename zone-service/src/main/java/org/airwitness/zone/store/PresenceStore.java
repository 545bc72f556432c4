package org.airwitness.zone.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.airwitness.airspace.Presence;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.platform.store.BusPositions;
import org.airwitness.platform.store.BusPositions.Progress;
import org.jspecify.annotations.Nullable;

/** In which zones the tracks of each agency are, kept over a restart. */
@ApplicationScoped
public class PresenceStore {

  /** An older sequence never replaces a newer one, whoever writes it. */
  private static final String SAVE =
      """
      insert into presence as p
        (agency_id, track_id, sequence, last_fix_at, inside, stays, sighting)
      select $1, n.track_id, n.sequence, n.last_fix_at, n.inside, n.stays::json, n.sighting
      from unnest($2::uuid[], $3::bigint[], $4::timestamptz[], $5::boolean[], $6::text[],
        $7::bytea[]) as n(track_id, sequence, last_fix_at, inside, stays, sighting)
      on conflict (agency_id, track_id) do update set sequence = excluded.sequence,
        last_fix_at = excluded.last_fix_at, inside = excluded.inside, stays = excluded.stays,
        sighting = excluded.sighting, updated_at = now()
      where p.sequence <= excluded.sequence
      """;

  private static final String FORGET_ENDED =
      "delete from presence where agency_id = $1 and not inside"
          + " and updated_at < now() - interval '1 day'";

  private static final String LOAD =
      "select track_id, sequence, last_fix_at, stays::text, sighting from presence"
          + " where agency_id = $1";

  private final AgencyDatabase database;
  private final BusPositions positions;
  private final ObjectMapper json;

  PresenceStore(AgencyDatabase database, BusPositions positions, ObjectMapper json) {
    this.database = database;
    this.positions = positions;
    this.json = json;
  }

  /** Loads every presence of an agency. */
  public Uni<List<PresenceRow>> load(AgencyId agency) {
    return database.inAgency(
        agency,
        connection ->
            connection
                .preparedQuery(LOAD)
                .execute(Tuple.of(agency.value()))
                .map(rows -> {
                  List<PresenceRow> presences = new ArrayList<>();
                  rows.forEach(row -> presences.add(read(row)));
                  return presences;
                }));
  }

  /** Stores presences, and how far the batch that changed them has been read. */
  public Uni<Void> save(
      Map<AgencyId, ? extends Collection<PresenceRow>> presences, Progress progress) {
    return database.inTransaction(connection ->
        Multi.createFrom()
            .iterable(presences.entrySet())
            .onItem()
            .transformToUniAndConcatenate(
                entry -> save(connection, entry.getKey(), entry.getValue()))
            .collect()
            .last()
            .chain(() -> positions.advance(connection, progress)));
  }

  /** Stores presences of an agency in a transaction of the caller's. */
  Uni<Void> save(SqlConnection connection, AgencyId agency, Collection<PresenceRow> presences) {
    return AgencyDatabase.enter(connection, agency)
        .chain(() -> connection.preparedQuery(SAVE).execute(columns(agency, presences)))
        .chain(() -> connection.preparedQuery(FORGET_ENDED).execute(Tuple.of(agency.value())))
        .replaceWithVoid();
  }

  private Tuple columns(AgencyId agency, Collection<PresenceRow> rows) {
    return Tuple.tuple()
        .addString(agency.value())
        .addValue(column(rows, UUID[]::new, PresenceRow::trackId))
        .addValue(column(rows, Long[]::new, row -> row.presence().sequence()))
        .addValue(column(rows, OffsetDateTime[]::new, row -> lastFixAt(row.presence())))
        .addValue(column(rows, Boolean[]::new, PresenceRow::inside))
        .addValue(column(rows, String[]::new, row -> stays(row.presence())))
        .addValue(column(rows, Buffer[]::new, row -> Buffer.buffer(row.sighting())));
  }

  private static <T extends @Nullable Object> T[] column(
      Collection<PresenceRow> rows, IntFunction<T[]> array, Function<PresenceRow, T> value) {
    return rows.stream().map(value).toArray(array);
  }

  private static @Nullable OffsetDateTime lastFixAt(Presence presence) {
    Instant at = presence.lastFixAt();
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  private String stays(Presence presence) {
    try {
      return json.writeValueAsString(presence.episodes().stream().map(Stay::of).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stays are plain values", e);
    }
  }

  private PresenceRow read(Row row) {
    OffsetDateTime lastFixAt = row.getOffsetDateTime(2);
    Presence presence =
        new Presence(
            row.getUUID(0),
            row.getLong(1),
            lastFixAt == null ? null : lastFixAt.toInstant(),
            stays(row.getString(3)).stream().map(Stay::toEpisode).toList());
    return new PresenceRow(presence, row.getBuffer(4).getBytes());
  }

  private List<Stay> stays(String text) {
    try {
      return json.readerForListOf(Stay.class).readValue(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored stay does not read", e);
    }
  }
}
