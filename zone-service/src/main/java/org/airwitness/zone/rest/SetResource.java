package org.airwitness.zone.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.Page;
import org.airwitness.platform.rest.ProblemException;
import org.airwitness.zone.messaging.ZoneChangesPublisher;
import org.airwitness.zone.store.SetStore;
import org.airwitness.zone.store.SourceStore;
import org.airwitness.zone.store.ZoneSet;

/** Published sets of zones: an agency's own, and those of the platform that it may subscribe to. */
@Path("/api/v1/zones/sets")
@Produces(MediaType.APPLICATION_JSON)
public class SetResource {
  private final Caller caller;
  private final SetStore sets;
  private final SourceStore sources;
  private final ZoneChangesPublisher changes;
  private final InstantSource clock = InstantSource.system();

  SetResource(Caller caller, SetStore sets, SourceStore sources, ZoneChangesPublisher changes) {
    this.caller = caller;
    this.sets = sets;
    this.sources = sources;
    this.changes = changes;
  }

  /** Lists sets by name; there are few. */
  @GET
  @RolesAllowed({
    Roles.VIEWER,
    Roles.DUTY_OFFICER,
    Roles.INVESTIGATOR,
    Roles.AGENCY_ADMIN,
    Roles.PLATFORM_ADMIN
  })
  public Uni<Page<SetView>> list() {
    return sets.list(ZoneOwner.of(caller))
        .map(found -> new Page<>(found.stream().map(SetView::of).toList(), null));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.VIEWER,
    Roles.DUTY_OFFICER,
    Roles.INVESTIGATOR,
    Roles.AGENCY_ADMIN,
    Roles.PLATFORM_ADMIN
  })
  public Uni<SetView> get(@PathParam("id") String id) {
    AgencyId owner = ZoneOwner.of(caller);
    return known(owner, id)
        .chain(set ->
            sources.find(owner, set.id()).map(source -> SetView.of(set).fetchedFrom(source)));
  }

  /** Withdraws every zone of an own set and forgets the set; the history of its zones stays. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed({Roles.AGENCY_ADMIN, Roles.PLATFORM_ADMIN})
  public Uni<Void> remove(@PathParam("id") String id) {
    AgencyId owner = ZoneOwner.of(caller);
    String by = caller.name();
    Instant now = now();
    return known(owner, id)
        .invoke(set -> requireOwn(owner, set))
        .chain(set -> sets.remove(owner, set.id(), by, now))
        .chain(changed -> changes.announceAll(changed, now));
  }

  /** Puts the zones of a shared set among those of the caller's agency. */
  @PUT
  @Path("/{id}/subscription")
  @RolesAllowed(Roles.AGENCY_ADMIN)
  public Uni<Void> subscribe(@PathParam("id") String id) {
    return subscribe(id, true);
  }

  /** Takes them out again. */
  @DELETE
  @Path("/{id}/subscription")
  @RolesAllowed(Roles.AGENCY_ADMIN)
  public Uni<Void> unsubscribe(@PathParam("id") String id) {
    return subscribe(id, false);
  }

  private Uni<Void> subscribe(String id, boolean subscribed) {
    AgencyId agency = caller.agency();
    String by = caller.name();
    Instant now = now();
    return known(agency, id)
        .invoke(set -> {
          if (!set.shared()) {
            throw ProblemException.conflict(
                "Only shared sets are subscribed to; this one is your own");
          }
        })
        .chain(set -> sets.subscribe(agency, set.id(), subscribed, by, now))
        .chain(changed -> changed ? changes.announce(agency, now) : Uni.createFrom().voidItem());
  }

  private Uni<ZoneSet> known(AgencyId owner, String id) {
    UUID set = ZoneIds.read(id, "set");
    return sets.find(owner, set)
        .map(found -> found.orElseThrow(() -> ProblemException.notFound("set")));
  }

  static void requireOwn(AgencyId owner, ZoneSet set) {
    if (set.shared() != owner.equals(AgencyId.SHARED)) {
      throw ProblemException.conflict("The set is shared; only a platform-admin changes it");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
