package org.airwitness.track.rest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.rest.EventStreams;
import org.airwitness.platform.rest.Page;
import org.airwitness.platform.rest.ProblemException;
import org.airwitness.track.core.BoundingBox;
import org.airwitness.track.store.TrackQueries;
import org.airwitness.track.store.TrackQueries.ObservationFilter;
import org.airwitness.tracking.Fix;
import org.airwitness.tracking.Track;
import org.jspecify.annotations.Nullable;

/** The live picture and the past of each track. */
@Path("/api/v1/tracks")
@RolesAllowed({Roles.VIEWER, Roles.DUTY_OFFICER, Roles.INVESTIGATOR, Roles.AGENCY_ADMIN})
public class TracksResource {
  private static final UUID FIRST = new UUID(0, 0);
  private static final int SNAPSHOT = 10_000;

  private final TrackQueries queries;
  private final TrackStream stream;
  private final EventStreams events;
  private final Caller caller;

  TracksResource(TrackQueries queries, TrackStream stream, EventStreams events, Caller caller) {
    this.queries = queries;
    this.stream = stream;
    this.events = events;
    this.caller = caller;
  }

  @GET
  public Uni<Page<TrackView>> list(
      @QueryParam("bbox") @Nullable String bbox,
      @QueryParam("status") @Nullable String status,
      @QueryParam("after") @Nullable UUID after,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("purpose") @Nullable String purpose,
      @Context UriInfo uri) {
    int size = Page.limit(limit);
    return queries
        .of(caller.agency())
        .list(box(bbox), status(status), after == null ? FIRST : after, size + 1)
        .map(tracks -> Page.of(tracks, size, track -> track.id().toString()))
        .call(page -> recordAccess(page.items(), purpose, uri))
        .map(page -> page.map(this::view));
  }

  @GET
  @Path("{id}")
  public Uni<TrackView> get(
      @PathParam("id") UUID id,
      @QueryParam("purpose") @Nullable String purpose,
      @Context UriInfo uri) {
    return find(id).call(track -> recordAccess(List.of(track), purpose, uri)).map(this::view);
  }

  @GET
  @Path("{id}/history")
  public Uni<Page<ObservationView>> history(
      @PathParam("id") UUID id,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    TimeRange range = TimeRange.of(from, to);
    var filter = new ObservationFilter(null, id, range.from(), range.to());
    int size = Page.limit(limit);
    Cursor cursor = Cursor.decode(after, Cursor.FIRST);
    AgencyId agency = caller.agency();
    return find(id)
        .chain(() -> queries.of(agency).observations(filter, cursor, size + 1))
        .map(rows -> Page.of(rows, size, o -> new Cursor(o.observedAt(), o.id()).encode()))
        .map(page -> page.map(ObservationView::of));
  }

  @GET
  @Path("stream")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> stream(
      @QueryParam("bbox") @Nullable String bbox,
      @QueryParam("purpose") @Nullable String purpose,
      @Context UriInfo uri,
      @Context Sse sse) {
    BoundingBox box = box(bbox);
    boolean showPilot = showPilot();
    AgencyId agency = caller.agency();
    TrackQueries.OfAgency own = queries.of(agency);
    Multi<Track> tracks =
        stream.subscribe(
            agency,
            () ->
                own.list(box, Track.Status.LIVE, FIRST, SNAPSHOT)
                    .onItem()
                    .transformToMulti(list -> Multi.createFrom().iterable(list)),
            track -> isInside(box, track));
    Multi<TrackView> views = tracks.map(track -> TrackView.of(track, showPilot));
    return recordAccess(purpose, uri)
        .onItem()
        .transformToMulti(
            recorded -> events.of(sse, "track", views, view -> view.id() + "/" + view.sequence()));
  }

  private Uni<Track> find(UUID id) {
    return queries
        .of(caller.agency())
        .find(id)
        .map(found -> found.orElseThrow(() -> ProblemException.notFound("track")));
  }

  private TrackView view(Track track) {
    return TrackView.of(track, showPilot());
  }

  private boolean showPilot() {
    return caller.hasRole(Roles.INVESTIGATOR);
  }

  /** Each look at pilots' positions leaves a record before the positions leave the service. */
  private Uni<Void> recordAccess(List<Track> shown, @Nullable String purpose, UriInfo uri) {
    long pilots = shown.stream().filter(track -> track.operator() != null).count();
    return pilots == 0 ? Uni.createFrom().voidItem() : record(purpose, uri, (int) pilots);
  }

  private Uni<Void> recordAccess(@Nullable String purpose, UriInfo uri) {
    return record(purpose, uri, 0);
  }

  private Uni<Void> record(@Nullable String purpose, UriInfo uri, int pilots) {
    if (!showPilot()) {
      return Uni.createFrom().voidItem();
    }
    return queries.of(caller.agency()).recordAccess(caller.name(), purpose, uri.getPath(), pilots);
  }

  private static boolean isInside(BoundingBox box, Track track) {
    Fix fix = track.fix();
    return fix == null
        ? box.equals(BoundingBox.EVERYWHERE)
        : box.contains(fix.lonDeg(), fix.latDeg());
  }

  private static BoundingBox box(@Nullable String bbox) {
    if (bbox == null || bbox.isEmpty()) {
      return BoundingBox.EVERYWHERE;
    }
    try {
      return BoundingBox.parse(bbox);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("bbox", String.valueOf(e.getMessage()));
    }
  }

  private static Track.@Nullable Status status(@Nullable String text) {
    return switch (text) {
      case null -> null;
      case "" -> null;
      case "live" -> Track.Status.LIVE;
      case "lost" -> Track.Status.LOST;
      default ->
          throw ProblemException.badRequest(
              "status", "status is 'live' or 'lost', not '" + text + "'");
    };
  }
}
