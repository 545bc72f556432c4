package org.airwitness.track.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.platform.store.BusPositions;
import org.airwitness.platform.store.BusPositions.Progress;
import org.airwitness.track.core.AgencyObservations;
import org.airwitness.track.core.Decision;
import org.airwitness.track.core.Observation;
import org.airwitness.tracking.Track;

/** What track-service must remember: observations, the latest track states, how far it has read. */
@ApplicationScoped
public class TrackingStore {
  private static final String KNOWN =
      """
      select o.observation_id from unnest($1::timestamptz[], $2::uuid[]) as u(at, id)
      join observation o on o.observed_at = u.at and o.observation_id = u.id
      where o.agency_id = $3 and o.observed_at between $4 and $5
      """;

  private final AgencyDatabase database;
  private final BusPositions positions;
  private final TrackRows tracks;
  private final Pool pool;

  TrackingStore(AgencyDatabase database, BusPositions positions, TrackRows tracks, Pool pool) {
    this.database = database;
    this.positions = positions;
    this.tracks = tracks;
    this.pool = pool;
  }

  /** Leaves out the observations that are stored already. */
  public Uni<List<AgencyObservations>> unseen(List<AgencyObservations> batches) {
    return database.inTransaction(connection ->
        Multi.createFrom()
            .iterable(batches)
            .onItem()
            .transformToUniAndConcatenate(batch -> unseen(connection, batch))
            .collect()
            .asList());
  }

  /** Stores decisions and how far the bus has been read, both or neither. */
  public Uni<Void> save(List<Decision> decisions, List<Progress> progress, Instant heardAt) {
    return database.inTransaction(connection ->
        inOrder(decisions, decision -> save(connection, decision, heardAt))
            .chain(() -> inOrder(progress, step -> positions.advance(connection, step))));
  }

  /** Returns the tracks of an agency that are live or were heard since. */
  public Uni<List<Track>> recentTracks(AgencyId agency, Instant since) {
    return database.inAgency(
        agency,
        connection ->
            connection
                .preparedQuery(
                    "select state::text from track where live or heard_at >= $1 order by heard_at")
                .execute(Tuple.of(ObservationRows.utc(since)))
                .map(tracks::read));
  }

  /** Makes the partitions of the days ahead and drops those older than {@code keepDays}. */
  public Uni<Void> maintainPartitions(int keepDays) {
    return pool.preparedQuery("select maintain_observation_partitions($1)")
        .execute(Tuple.of(keepDays))
        .replaceWithVoid();
  }

  private static Uni<AgencyObservations> unseen(
      SqlConnection connection, AgencyObservations batch) {
    List<Observation> observations = batch.observations();
    OffsetDateTime[] times =
        observations.stream()
            .map(o -> ObservationRows.utc(o.sighting().observedAt()))
            .sorted()
            .toArray(OffsetDateTime[]::new);
    Tuple lookup = Tuple.tuple();
    lookup.addValue(
        observations.stream()
            .map(o -> ObservationRows.utc(o.sighting().observedAt()))
            .toArray(OffsetDateTime[]::new));
    lookup.addValue(
        observations.stream().map(o -> o.sighting().observationId()).toArray(UUID[]::new));
    lookup.addValue(batch.agency().value());
    lookup.addValue(times[0]);
    lookup.addValue(times[times.length - 1]);
    return AgencyDatabase.enter(connection, batch.agency())
        .chain(() -> connection.preparedQuery(KNOWN).execute(lookup))
        .map(rows -> {
          Set<UUID> known = new HashSet<>();
          for (Row row : rows) {
            known.add(row.getUUID(0));
          }
          return batch.without(known);
        });
  }

  private Uni<Void> save(SqlConnection connection, Decision decision, Instant heardAt) {
    return AgencyDatabase.enter(connection, decision.agency())
        .chain(() -> insertObservations(connection, decision))
        .chain(() -> upsertTracks(connection, decision, heardAt));
  }

  private static Uni<Void> insertObservations(SqlConnection connection, Decision decision) {
    return unless(
        decision.observations().isEmpty(),
        () ->
            connection
                .preparedQuery(ObservationRows.INSERT)
                .execute(ObservationRows.columns(decision.agency(), decision))
                .replaceWithVoid());
  }

  private Uni<Void> upsertTracks(SqlConnection connection, Decision decision, Instant heardAt) {
    List<Track> changed = decision.tracks();
    return unless(
        changed.isEmpty(),
        () ->
            connection
                .preparedQuery(TrackRows.UPSERT)
                .execute(tracks.columns(decision.agency(), heardAt, changed))
                .replaceWithVoid());
  }

  private static Uni<Void> unless(boolean nothing, Supplier<Uni<Void>> work) {
    return nothing ? Uni.createFrom().voidItem() : work.get();
  }

  private static <T> Uni<Void> inOrder(
      List<T> items, java.util.function.Function<T, Uni<Void>> work) {
    return Multi.createFrom()
        .iterable(items)
        .onItem()
        .transformToUniAndConcatenate(item -> work.apply(item))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
