package org.airwitness.zone.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.outgoing.DestinationCheck;
import org.airwitness.platform.outgoing.OutgoingUrl.RefusedUrlException;
import org.airwitness.platform.rest.ProblemException;
import org.airwitness.zone.store.SetStore;
import org.airwitness.zone.store.SourceStore;
import org.airwitness.zone.store.ZoneSet;
import org.jspecify.annotations.Nullable;

/** Where a set is fetched from. */
@Path("/api/v1/zones/sets/{id}/source")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AGENCY_ADMIN, Roles.PLATFORM_ADMIN})
public class SourceResource {
  private final Caller caller;
  private final SetStore sets;
  private final SourceStore sources;
  private final DestinationCheck check;

  SourceResource(Caller caller, SetStore sets, SourceStore sources, DestinationCheck check) {
    this.caller = caller;
    this.sets = sets;
    this.sources = sources;
    this.check = check;
  }

  /** Has an own set fetched from now on, the first time at once and whatever was fetched before. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<SourceView> put(@PathParam("id") String id, @Nullable SourceRequest request) {
    if (request == null) {
      throw ProblemException.badRequest("url", "url is required");
    }
    AgencyId owner = ZoneOwner.of(caller);
    UUID set = ZoneIds.read(id, "set");
    String url = request.checkedUrl();
    Duration interval = request.checkedInterval();
    return own(owner, set)
        .chain(() -> check.check(url))
        .onFailure(RefusedUrlException.class)
        .transform(
            refused -> ProblemException.badRequest("url", String.valueOf(refused.getMessage())))
        .chain(() -> sources.put(owner, set, url, interval))
        .chain(() -> sources.find(owner, set))
        .map(
            found -> found.map(SourceView::of).orElseThrow(() -> ProblemException.notFound("set")));
  }

  /** Fetches it no more; its zones stay. */
  @DELETE
  public Uni<Void> remove(@PathParam("id") String id) {
    AgencyId owner = ZoneOwner.of(caller);
    UUID set = ZoneIds.read(id, "set");
    return own(owner, set).chain(() -> sources.remove(owner, set));
  }

  private Uni<ZoneSet> own(AgencyId owner, UUID set) {
    return sets.find(owner, set)
        .map(found -> found.orElseThrow(() -> ProblemException.notFound("set")))
        .invoke(found -> SetResource.requireOwn(owner, found));
  }
}
