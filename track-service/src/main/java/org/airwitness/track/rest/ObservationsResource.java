package org.airwitness.track.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.rest.Page;
import org.airwitness.track.store.TrackQueries;
import org.airwitness.track.store.TrackQueries.ObservationFilter;
import org.jspecify.annotations.Nullable;

/** Everything that was stored, by sensor and time: for checking that nothing is missing. */
@Path("/api/v1/observations")
@RolesAllowed({Roles.VIEWER, Roles.DUTY_OFFICER, Roles.INVESTIGATOR, Roles.AGENCY_ADMIN})
public class ObservationsResource {
  private final TrackQueries queries;
  private final Caller caller;

  ObservationsResource(TrackQueries queries, Caller caller) {
    this.queries = queries;
    this.caller = caller;
  }

  /** How many observations there are. */
  record Count(long count) {}

  @GET
  public Uni<Page<ObservationView>> list(
      @QueryParam("sensor") @Nullable String sensor,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int size = Page.limit(limit);
    return queries
        .of(caller.agency())
        .observations(filter(sensor, from, to), Cursor.decode(after, Cursor.FIRST), size + 1)
        .map(rows -> Page.of(rows, size, o -> new Cursor(o.observedAt(), o.id()).encode()))
        .map(page -> page.map(ObservationView::of));
  }

  @GET
  @Path("count")
  public Uni<Count> count(
      @QueryParam("sensor") @Nullable String sensor,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    return queries.of(caller.agency()).count(filter(sensor, from, to)).map(Count::new);
  }

  private static ObservationFilter filter(
      @Nullable String sensor, @Nullable String from, @Nullable String to) {
    TimeRange range = TimeRange.of(from, to);
    return new ObservationFilter(sensor, null, range.from(), range.to());
  }
}
