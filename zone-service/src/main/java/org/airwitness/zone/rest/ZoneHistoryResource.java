package org.airwitness.zone.rest;

import com.fasterxml.jackson.databind.util.RawValue;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.Page;
import org.airwitness.platform.rest.ProblemException;
import org.airwitness.zone.core.ZoneFeature;
import org.airwitness.zone.imports.ZoneReading;
import org.airwitness.zone.store.AgencyZoneStore;
import org.airwitness.zone.store.StoredZone;
import org.airwitness.zone.store.ZoneStore;
import org.airwitness.zone.store.ZoneVersion;
import org.jspecify.annotations.Nullable;

/** The history of a zone: who changed what, when, and what it said. */
@Path("/api/v1/zones/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.DUTY_OFFICER, Roles.INVESTIGATOR, Roles.AGENCY_ADMIN})
public class ZoneHistoryResource {
  private final Caller caller;
  private final ZoneStore zones;
  private final ZoneReading reading;

  ZoneHistoryResource(Caller caller, ZoneStore zones, ZoneReading reading) {
    this.caller = caller;
    this.zones = zones;
    this.reading = reading;
  }

  /** Lists the versions of a zone, the newest first. */
  @GET
  public Uni<Page<ZoneVersionView>> list(
      @PathParam("id") String id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int size = Page.limit(limit);
    int before = before(after);
    UUID zone = ZoneIds.read(id, "zone");
    return zones
        .of(caller.agency())
        .listVersions(zone, before, size + 1)
        .invoke(versions -> requireKnown(versions, after))
        .map(versions ->
            Page.of(versions, size, version -> Integer.toString(version.version()))
                .map(ZoneVersionView::of));
  }

  /** Shows a zone as it was in one version. */
  @GET
  @Path("/{version}")
  public Uni<RawValue> get(@PathParam("id") String id, @PathParam("version") String version) {
    UUID zone = ZoneIds.read(id, "zone");
    return zones
        .of(caller.agency())
        .findVersion(zone, number(version))
        .map(found -> found.orElseThrow(() -> ProblemException.notFound("version")))
        .chain(found -> reading.run(() -> new RawValue(view(found))));
  }

  private static String view(AgencyZoneStore.Version version) {
    ZoneVersion entry = version.entry();
    var content = version.content();
    return new StoredZone(
            content.id(),
            entry.version(),
            entry.status(),
            entry.validity(),
            version.set(),
            false,
            version.createdAt(),
            entry.at(),
            ZoneFeature.text(content.restore(), content.format()))
        .view();
  }

  private static void requireKnown(List<ZoneVersion> versions, @Nullable String after) {
    if (versions.isEmpty() && after == null) {
      throw ProblemException.notFound("zone");
    }
  }

  private static int before(@Nullable String after) {
    if (after == null) {
      return Integer.MAX_VALUE;
    }
    try {
      return Integer.parseInt(after);
    } catch (NumberFormatException e) {
      throw ProblemException.badRequest(
          "after", "after takes the value of 'next' of an earlier page");
    }
  }

  private static int number(String version) {
    try {
      return Integer.parseInt(version);
    } catch (NumberFormatException e) {
      throw ProblemException.notFound("version");
    }
  }
}
