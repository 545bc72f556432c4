package org.airwitness.zone.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import org.airwitness.airspace.Heights;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Verdicts;
import org.airwitness.airspace.height.Environment;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.ProblemException;
import org.airwitness.zone.store.ZoneIndexStore;
import org.jspecify.annotations.Nullable;

/** Answers what the zones of the caller's agency say of a place, a height and a time. */
@Path("/api/v1/zones/check")
@Produces(MediaType.APPLICATION_JSON)
public class ZoneCheckResource {
  private final Caller caller;
  private final ZoneIndexStore zones;
  private final Environment environment;
  private final InstantSource clock = InstantSource.system();

  ZoneCheckResource(Caller caller, ZoneIndexStore zones, Environment environment) {
    this.caller = caller;
    this.zones = zones;
    this.environment = environment;
  }

  /** Checks one place by the rules that drones are watched by. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.VIEWER, Roles.DUTY_OFFICER, Roles.INVESTIGATOR, Roles.AGENCY_ADMIN})
  public Uni<ZoneAnswer> check(@Nullable ZoneQuestion question) {
    if (question == null) {
      throw ProblemException.badRequest(null, "The request needs a JSON body");
    }
    Position position = question.position();
    Heights heights = question.heights(environment.geoid());
    Instant time = question.time() == null ? clock.instant() : question.time();
    return zones
        .loadOver(caller.agency(), position)
        .map(index -> {
          Verdicts verdicts = new Verdicts(environment);
          index.check(position, heights, time, verdicts);
          return ZoneAnswer.of(time, verdicts);
        });
  }
}
