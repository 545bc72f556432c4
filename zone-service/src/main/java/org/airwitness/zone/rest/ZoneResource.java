package org.airwitness.zone.rest;

import com.fasterxml.jackson.databind.util.RawValue;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Severity;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.rest.Page;
import org.airwitness.platform.rest.ProblemException;
import org.airwitness.zone.core.ZoneDocument;
import org.airwitness.zone.core.ZoneDraft;
import org.airwitness.zone.core.ZonePut;
import org.airwitness.zone.core.ZoneRevision;
import org.airwitness.zone.core.ZoneStatus;
import org.airwitness.zone.imports.ZoneReading;
import org.airwitness.zone.messaging.ZoneChangesPublisher;
import org.airwitness.zone.store.AgencyZoneStore.Result;
import org.airwitness.zone.store.StoredZone;
import org.airwitness.zone.store.TooManyZonesException;
import org.airwitness.zone.store.ZoneContentRow;
import org.airwitness.zone.store.ZoneStore;
import org.jspecify.annotations.Nullable;

/** The zones of the caller's agency. */
@Path("/api/v1/zones")
@Produces(MediaType.APPLICATION_JSON)
public class ZoneResource {
  private static final String GEO_JSON = "application/geo+json";

  private final Caller caller;
  private final ZoneStore zones;
  private final ZoneReading reading;
  private final ZoneChangesPublisher changes;
  private final InstantSource clock = InstantSource.system();

  ZoneResource(Caller caller, ZoneStore zones, ZoneReading reading, ZoneChangesPublisher changes) {
    this.caller = caller;
    this.zones = zones;
    this.reading = reading;
    this.changes = changes;
  }

  /** Creates a zone from a GeoJSON feature; unlike a publication it must be free of doubt. */
  @POST
  @Consumes({MediaType.APPLICATION_JSON, GEO_JSON})
  @RolesAllowed(Roles.AGENCY_ADMIN)
  public Uni<Response> create(byte[] body) {
    AgencyId agency = caller.agency();
    String by = caller.name();
    Instant now = now();
    return reading
        .run(() -> ZoneDocument.drawing(UUID.randomUUID(), body, now))
        .map(ZoneResource::onlyDraft)
        .call(draft -> zones.of(agency).add(draft, by))
        .call(() -> changes.announce(agency, now))
        .onFailure(TooManyZonesException.class)
        .transform(ZoneResource::conflict)
        .chain(draft -> shown(agency, draft.id()))
        .map(zone ->
            answer(Response.status(Response.Status.CREATED), zone)
                .header(HttpHeaders.LOCATION, "/api/v1/zones/" + zone.id())
                .build());
  }

  /** Lists zones, the oldest first; those that are active, if no status is asked for. */
  @GET
  @RolesAllowed({Roles.VIEWER, Roles.DUTY_OFFICER, Roles.INVESTIGATOR, Roles.AGENCY_ADMIN})
  public Uni<Page<RawValue>> list(
      @BeanParam ZoneFilterParameters wanted,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int size = Page.limit(limit);
    return zones
        .of(caller.agency())
        .list(wanted.filter(), Cursor.decode(after, Cursor.FIRST), size + 1)
        .map(rows ->
            Page.of(rows, size, zone -> new Cursor(zone.createdAt(), zone.id()).encode())
                .map(zone -> new RawValue(zone.view())));
  }

  /** Shows a zone, whatever its status; the ETag is its version. */
  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.DUTY_OFFICER, Roles.INVESTIGATOR, Roles.AGENCY_ADMIN})
  public Uni<Response> get(@PathParam("id") String id) {
    return answered(caller.agency(), id);
  }

  private Uni<Response> answered(AgencyId agency, String id) {
    return shown(agency, uuid(id)).map(zone -> answer(Response.ok(), zone).build());
  }

  /** Replaces a drawn zone; {@code If-Match} names the version that is replaced. */
  @PUT
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, GEO_JSON})
  @RolesAllowed(Roles.AGENCY_ADMIN)
  public Uni<Response> replace(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      byte[] body) {
    AgencyId agency = caller.agency();
    String by = caller.name();
    Instant now = now();
    Optional<Integer> expected = IfMatch.require(ifMatch);
    UUID zone = uuid(id);
    var store = zones.of(agency);
    return shown(agency, zone)
        .invoke(found -> requireReplaceable(found, expected))
        .chain(found ->
            store
                .findContent(zone)
                .map(content -> content.orElseThrow(ZoneResource::unknown))
                .chain(content -> reading.run(() -> redrawn(found, content, body, now)))
                .chain(put -> store.replace(put, found.version(), by)))
        .invoke(ZoneResource::requireDone)
        .chain(() -> changes.announce(agency, now))
        .chain(() -> answered(agency, id));
  }

  /** Puts a zone into force. */
  @POST
  @Path("/{id}/activate")
  @RolesAllowed(Roles.AGENCY_ADMIN)
  public Uni<Response> activate(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    AgencyId agency = caller.agency();
    return setStatus(id, ZoneStatus.ACTIVE, ifMatch).chain(() -> answered(agency, id));
  }

  /** Takes a zone out of force; it stays with its history. */
  @POST
  @Path("/{id}/withdraw")
  @RolesAllowed(Roles.AGENCY_ADMIN)
  public Uni<Response> withdraw(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    AgencyId agency = caller.agency();
    return setStatus(id, ZoneStatus.WITHDRAWN, ifMatch).chain(() -> answered(agency, id));
  }

  /** The same as {@link #withdraw}. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.AGENCY_ADMIN)
  public Uni<Void> delete(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return setStatus(id, ZoneStatus.WITHDRAWN, ifMatch);
  }

  private Uni<Void> setStatus(String id, ZoneStatus status, @Nullable String ifMatch) {
    AgencyId agency = caller.agency();
    Instant now = now();
    return zones
        .of(agency)
        .setStatus(uuid(id), status, IfMatch.read(ifMatch), caller.name(), now)
        .invoke(ZoneResource::requireDone)
        .call(result ->
            result == Result.DONE ? changes.announce(agency, now) : Uni.createFrom().voidItem())
        .replaceWithVoid();
  }

  private Uni<StoredZone> shown(AgencyId agency, UUID id) {
    return zones.of(agency).find(id).map(found -> found.orElseThrow(ZoneResource::unknown));
  }

  private static Response.ResponseBuilder answer(Response.ResponseBuilder answer, StoredZone zone) {
    return answer
        .header(HttpHeaders.ETAG, IfMatch.tag(zone.version()))
        .entity(new RawValue(zone.view()));
  }

  private static void requireReplaceable(StoredZone zone, Optional<Integer> expected) {
    if (zone.set() != null) {
      throw ProblemException.conflict(
          "The zone belongs to a published set; importing the next edition of it changes the zone");
    }
    if (zone.status() == ZoneStatus.WITHDRAWN) {
      throw ProblemException.conflict(
          "The zone is withdrawn; POST .../activate puts it back first");
    }
    if (expected.isPresent() && expected.get() != zone.version()) {
      throw otherVersion();
    }
  }

  private static ZonePut redrawn(
      StoredZone before, ZoneContentRow content, byte[] body, Instant now) {
    ZoneDraft draft = onlyDraft(ZoneDocument.drawing(before.id(), body, now));
    ZoneRevision then = new ZoneRevision(content.restore(), before.status(), before.validity());
    return new ZonePut(draft, draft.revision().differences(then));
  }

  private static void requireDone(Result result) {
    switch (result) {
      case DONE, UNCHANGED -> {}
      case OTHER_VERSION -> throw otherVersion();
      case UNKNOWN -> throw unknown();
    }
  }

  private static ProblemException otherVersion() {
    return ProblemException.preconditionFailed(
        "The zone has changed since; read it again and repeat the change on its present version");
  }

  /** Stored times have microseconds; so have those that are answered. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static ZoneDraft onlyDraft(ZoneDocument document) {
    document
        .findWorst(Severity.WARN)
        .ifPresent(issue -> {
          throw refused(issue);
        });
    return document.drafts().getFirst();
  }

  private static ProblemException refused(Issue issue) {
    String field = issue.path().isEmpty() ? null : issue.path();
    return ProblemException.badRequest(field, issue.code() + ": " + issue.message());
  }

  private static Throwable conflict(Throwable tooMany) {
    return ProblemException.conflict(String.valueOf(tooMany.getMessage()));
  }

  private static UUID uuid(String id) {
    return ZoneIds.read(id, "zone");
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("zone");
  }
}
