package org.airwitness.zone.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.airwitness.airspace.Issue;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.rest.Page;
import org.airwitness.platform.rest.ProblemException;
import org.airwitness.zone.store.ImportLedger;
import org.airwitness.zone.store.ImportLedger.Quarantined;
import org.jspecify.annotations.Nullable;

/** Published zones that cannot be used, and why. */
@Path("/api/v1/zones/quarantine")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AGENCY_ADMIN, Roles.PLATFORM_ADMIN})
public class QuarantineResource {
  private static final int EXCERPT = 200;

  private final Caller caller;
  private final ImportLedger ledger;

  QuarantineResource(Caller caller, ImportLedger ledger) {
    this.caller = caller;
    this.ledger = ledger;
  }

  /**
   * A published zone that cannot be used.
   *
   * @param path place in the document
   * @param raw as published: the first {@value #EXCERPT} characters in a list, else all of it
   */
  record QuarantineView(
      UUID id,
      @Nullable UUID set,
      UUID job,
      String path,
      String country,
      String identifier,
      String name,
      List<Issue> issues,
      String raw,
      Instant foundAt) {

    static QuarantineView of(Quarantined found, String raw) {
      return new QuarantineView(
          found.id(),
          found.set().orElse(null),
          found.job(),
          found.zone().path(),
          found.zone().key().country(),
          found.zone().key().identifier(),
          found.zone().name(),
          found.zone().reasons(),
          raw,
          found.foundAt());
    }

    static QuarantineView brief(Quarantined found) {
      String line = found.zone().raw().replaceAll("\\s+", " ");
      return of(found, line.substring(0, Math.min(EXCERPT, line.length())));
    }
  }

  /** Lists them, the oldest first. */
  @GET
  public Uni<Page<QuarantineView>> list(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int size = Page.limit(limit);
    return ledger
        .listQuarantined(ZoneOwner.of(caller), Cursor.decode(after, Cursor.FIRST), size + 1)
        .map(zones ->
            Page.of(zones, size, zone -> new Cursor(zone.foundAt(), zone.id()).encode())
                .map(QuarantineView::brief));
  }

  @GET
  @Path("/{id}")
  public Uni<QuarantineView> get(@PathParam("id") String id) {
    return ledger
        .findQuarantined(ZoneOwner.of(caller), ZoneIds.read(id, "quarantined zone"))
        .map(found -> found.orElseThrow(() -> ProblemException.notFound("quarantined zone")))
        .map(found -> QuarantineView.of(found, found.zone().raw()));
  }
}
