package org.airwitness.ingest.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.airwitness.ingest.door.Resubmitter;
import org.airwitness.ingest.door.Resubmitter.BusAwayException;
import org.airwitness.ingest.door.Resubmitter.Outcome;
import org.airwitness.ingest.door.Resubmitter.Pass;
import org.airwitness.ingest.door.Resubmitter.Staying;
import org.airwitness.ingest.store.QuarantineFilter;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.rest.Page;
import org.airwitness.platform.rest.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Lets quarantine in again after what was wrong was put right: read in the format its sensor has
 * now, with the time it first came. The answer comes when the bus has what was accepted.
 */
@Path("/api/v1/quarantine")
@RolesAllowed(Roles.AGENCY_ADMIN)
class ResubmissionResource {
  private final Resubmitter resubmitter;
  private final Caller caller;

  ResubmissionResource(Resubmitter resubmitter, Caller caller) {
    this.resubmitter = resubmitter;
    this.caller = caller;
  }

  /**
   * What became of what was re-submitted.
   *
   * @param accepted items, new to the platform
   * @param duplicate items that were accepted before
   * @param quarantined items refused again, by reason
   * @param staying entries of which nothing was accepted
   * @param remaining how many open entries of the same search were not tried yet
   * @param next what to pass as {@code after} to try those; absent when there are none
   */
  record ResubmissionView(
      int accepted,
      int duplicate,
      Map<String, Integer> quarantined,
      List<Staying> staying,
      long remaining,
      @Nullable String next) {

    static ResubmissionView of(Outcome outcome, long remaining, @Nullable String next) {
      return new ResubmissionView(
          outcome.tally().accepted(),
          outcome.tally().duplicate(),
          outcome.tally().quarantined(),
          outcome.staying(),
          remaining,
          next);
    }

    static ResubmissionView of(Pass pass) {
      return of(
          pass.outcome(), pass.remaining(), pass.remaining() == 0 ? null : pass.last().encode());
    }
  }

  @POST
  @Path("/{id}/resubmit")
  public Uni<ResubmissionView> one(UUID id) {
    return resubmitter
        .resubmit(caller.agency(), caller.name(), id)
        .map(outcome -> outcome.orElseThrow(() -> ProblemException.notFound("quarantine entry")))
        .map(outcome -> ResubmissionView.of(outcome, 0, null))
        .onFailure(BusAwayException.class)
        .transform(failure -> busAway());
  }

  /** Lets in what a search finds, oldest first. */
  @POST
  @Path("/resubmit")
  public Uni<ResubmissionView> all(
      @BeanParam QuarantineParameters wanted,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int size = Page.limit(limit);
    QuarantineFilter filter = wanted.filter(caller);
    if (filter.state() != QuarantineFilter.State.OPEN) {
      throw ProblemException.badRequest("state", "Only what is open can be re-submitted");
    }
    Cursor from = Cursor.decode(after, Cursor.FIRST);
    return resubmitter
        .resubmit(caller.agency(), caller.name(), filter, from, size)
        .map(ResubmissionView::of)
        .onFailure(BusAwayException.class)
        .transform(failure -> busAway());
  }

  private static ProblemException busAway() {
    return ProblemException.unavailable(
        "Not everything could be passed on; what is still open can be re-submitted after a while");
  }
}
