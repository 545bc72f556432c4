package org.airwitness.track.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.tracking.Track;

/** The latest states of tracks as rows; the whole state is one JSON document. */
@ApplicationScoped
class TrackRows {
  static final String UPSERT =
      """
      insert into track as t (agency_id, track_id, live, heard_at, last_seen_at, lat, lon, state)
      select $1, i, l, $2, s, la, lo, st::jsonb
      from unnest($3::uuid[], $4::boolean[], $5::timestamptz[], $6::float8[], $7::float8[], $8::text[])
        as u(i, l, s, la, lo, st)
      on conflict (agency_id, track_id) do update set live = excluded.live, heard_at = excluded.heard_at,
        last_seen_at = excluded.last_seen_at, lat = excluded.lat, lon = excluded.lon, state = excluded.state
      """;

  private final ObjectMapper json;

  TrackRows(ObjectMapper json) {
    this.json = json;
  }

  Tuple columns(AgencyId agency, Instant heardAt, List<Track> tracks) {
    Tuple columns = Tuple.tuple();
    columns.addValue(agency.value());
    columns.addValue(ObservationRows.utc(heardAt));
    columns.addValue(tracks.stream().map(Track::id).toArray(UUID[]::new));
    columns.addValue(
        tracks.stream().map(t -> t.status() == Track.Status.LIVE).toArray(Boolean[]::new));
    columns.addValue(
        tracks.stream()
            .map(t -> ObservationRows.utc(t.lastSeenAt()))
            .toArray(OffsetDateTime[]::new));
    columns.addValue(
        tracks.stream().map(t -> t.fix() == null ? null : t.fix().latDeg()).toArray(Double[]::new));
    columns.addValue(
        tracks.stream().map(t -> t.fix() == null ? null : t.fix().lonDeg()).toArray(Double[]::new));
    columns.addValue(tracks.stream().map(this::write).toArray(String[]::new));
    return columns;
  }

  /** Reads rows whose first column is the state as text. */
  List<Track> read(RowSet<Row> rows) {
    List<Track> tracks = new ArrayList<>(rows.size());
    for (Row row : rows) {
      tracks.add(read(row.getString(0)));
    }
    return tracks;
  }

  private Track read(String state) {
    try {
      return json.readValue(state, Track.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored track does not read back", e);
    }
  }

  private String write(Track track) {
    try {
      return json.writeValueAsString(track);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A track does not write as JSON", e);
    }
  }
}
