package org.airwitness.track.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.track.config.TrackConfig;
import org.airwitness.track.core.BoundingBox;
import org.airwitness.track.core.StoredObservation;
import org.airwitness.tracking.Track;
import org.jspecify.annotations.Nullable;

/** Reads of tracks and history, each of one agency. */
@ApplicationScoped
public class TrackQueries {
  private final AgencyDatabase database;
  private final TrackRows tracks;
  private final TrackConfig config;
  private final InstantSource clock;

  TrackQueries(AgencyDatabase database, TrackRows tracks, TrackConfig config, InstantSource clock) {
    this.database = database;
    this.tracks = tracks;
    this.config = config;
    this.clock = clock;
  }

  /** Returns the queries of one agency. */
  public OfAgency of(AgencyId agency) {
    return new OfAgency(agency);
  }

  /**
   * What to look for among observations.
   *
   * @param from event time, inclusive
   * @param to event time, exclusive
   */
  public record ObservationFilter(
      @Nullable String sensor, @Nullable UUID track, Instant from, Instant to) {}

  /** Queries that cannot see anything but one agency's rows. */
  public final class OfAgency {
    private final AgencyId agency;

    private OfAgency(AgencyId agency) {
      this.agency = agency;
    }

    /**
     * Lists the present picture ordered by id: live tracks and those lost a short while ago.
     *
     * @param status null for both
     */
    public Uni<List<Track>> list(
        BoundingBox box, Track.@Nullable Status status, UUID after, int limit) {
      boolean everywhere = box.equals(BoundingBox.EVERYWHERE);
      return read(
          """
          select state::text from track
          where track_id > $1 and (live or heard_at >= $2) and ($3 or live = $4)
            and ($5 or (lat between $6 and $7
              and case when $8::float8 <= $9::float8 then lon between $8 and $9 else lon >= $8 or lon <= $9 end))
          order by track_id limit $10
          """,
          tracks::read,
          after,
          ObservationRows.utc(clock.instant().minus(config.forgetAfter())),
          status == null,
          status == Track.Status.LIVE,
          everywhere,
          box.southDeg(),
          box.northDeg(),
          box.westDeg(),
          box.eastDeg(),
          limit);
    }

    public Uni<Optional<Track>> find(UUID id) {
      return read(
          "select state::text from track where track_id = $1",
          rows -> tracks.read(rows).stream().findFirst(),
          id);
    }

    /** Lists observations by event time, oldest first. */
    public Uni<List<StoredObservation>> observations(
        ObservationFilter filter, Cursor after, int limit) {
      return read(
          """
          select observation_id, track_id, sensor_id, observed_at, received_at, rssi_dbm, lat_e7, lon_e7,
            geodetic_altitude_cm, pressure_altitude_cm, height_cm, height_reference, speed_mmps, course_cdeg,
            vertical_speed_mmps
          from observation
          where observed_at >= $1 and observed_at < $2 and ($3::uuid is null or track_id = $3)
            and ($4::text is null or sensor_id = $4) and (observed_at, observation_id) > ($5, $6)
          order by observed_at, observation_id limit $7
          """,
          TrackQueries::storedObservations,
          ObservationRows.utc(filter.from()),
          ObservationRows.utc(filter.to()),
          filter.track(),
          filter.sensor(),
          ObservationRows.utc(after.at()),
          after.id(),
          limit);
    }

    public Uni<Long> count(ObservationFilter filter) {
      return read(
          """
          select count(*) from observation
          where observed_at >= $1 and observed_at < $2 and ($3::text is null or sensor_id = $3)
          """,
          rows -> rows.iterator().next().getLong(0),
          ObservationRows.utc(filter.from()),
          ObservationRows.utc(filter.to()),
          filter.sensor());
    }

    /** Records that somebody looked at pilots' positions. */
    public Uni<Void> recordAccess(
        String person, @Nullable String purpose, String request, int shown) {
      return read(
              "insert into pilot_access (agency_id, access_id, person, purpose, request, tracks)"
                  + " values ($1, $2, $3, $4, $5, $6)",
              RowSet::rowCount,
              agency.value(),
              UUID.randomUUID(),
              person,
              purpose,
              request,
              shown)
          .replaceWithVoid();
    }

    private <T> Uni<T> read(
        String sql,
        java.util.function.Function<RowSet<Row>, T> result,
        @Nullable Object... arguments) {
      return database.inAgency(
          agency,
          connection ->
              connection
                  .preparedQuery(sql)
                  .execute(Tuple.from(Arrays.asList(arguments)))
                  .map(result));
    }
  }

  private static List<StoredObservation> storedObservations(RowSet<Row> rows) {
    List<StoredObservation> observations = new ArrayList<>(rows.size());
    for (Row row : rows) {
      observations.add(ObservationRows.read(row));
    }
    return observations;
  }
}
