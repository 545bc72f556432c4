package org.airwitness.zone.rest;

import com.fasterxml.jackson.databind.util.RawValue;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.format.SourceProfile;
import org.airwitness.airspace.format.SourceProfiles;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.rest.Page;
import org.airwitness.platform.rest.ProblemException;
import org.airwitness.zone.core.ZoneDocument;
import org.airwitness.zone.core.ZoneDraft;
import org.airwitness.zone.core.ZoneFormat;
import org.airwitness.zone.messaging.ZoneChangesPublisher;
import org.airwitness.zone.store.StoredZone;
import org.airwitness.zone.store.TooManyZonesException;
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
        .map(draft ->
            Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/zones/" + draft.id())
                .entity(new RawValue(draft.feature()))
                .build());
  }

  /**
   * Imports a publication; what cannot be used is listed, the rest is stored.
   *
   * @param format label of a {@link ZoneFormat}
   * @param source id of a bundled {@link SourceProfile}, which knows the format
   */
  @POST
  @Path("/import")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Roles.AGENCY_ADMIN)
  public Uni<ImportView> load(
      @QueryParam("format") @Nullable String format,
      @QueryParam("source") @Nullable String source,
      byte[] body) {
    AgencyId agency = caller.agency();
    String by = caller.name();
    Instant now = now();
    Optional<SourceProfile> profile = Optional.ofNullable(source).map(ZoneResource::source);
    ZoneFormat known = profile.map(ZoneFormat::of).orElseGet(() -> format(format));
    return reading
        .run(() ->
            profile
                .map(publisher -> ZoneDocument.publication(agency, publisher, body, now))
                .orElseGet(() -> ZoneDocument.publication(agency, known, body, now)))
        .invoke(ZoneResource::requireReadable)
        .chain(document ->
            zones
                .of(agency)
                .addAll(document.drafts(), by)
                .call(outcome ->
                    outcome.changed() ? changes.announce(agency, now) : Uni.createFrom().voidItem())
                .map(outcome -> ImportView.of(known, document, outcome)))
        .onFailure(TooManyZonesException.class)
        .transform(ZoneResource::conflict);
  }

  /** Lists zones, the oldest first. */
  @GET
  @RolesAllowed({Roles.VIEWER, Roles.DUTY_OFFICER, Roles.INVESTIGATOR, Roles.AGENCY_ADMIN})
  public Uni<Page<RawValue>> list(
      @QueryParam("bbox") @Nullable String bbox,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int size = Page.limit(limit);
    return zones
        .of(caller.agency())
        .list(BoxParameter.read(bbox), Cursor.decode(after, Cursor.FIRST), size + 1)
        .map(rows ->
            Page.of(rows, size, zone -> new Cursor(zone.createdAt(), zone.id()).encode())
                .map(zone -> new RawValue(zone.feature())));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.DUTY_OFFICER, Roles.INVESTIGATOR, Roles.AGENCY_ADMIN})
  public Uni<RawValue> get(@PathParam("id") String id) {
    return zones
        .of(caller.agency())
        .find(uuid(id))
        .map(found -> found.map(StoredZone::feature).orElseThrow(ZoneResource::unknown))
        .map(RawValue::new);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.AGENCY_ADMIN)
  public Uni<Void> delete(@PathParam("id") String id) {
    AgencyId agency = caller.agency();
    return zones
        .of(agency)
        .remove(uuid(id))
        .invoke(removed -> {
          if (!removed) {
            throw unknown();
          }
        })
        .chain(() -> changes.announce(agency, now()));
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

  private static void requireReadable(ZoneDocument document) {
    document
        .findWorst(Severity.FATAL)
        .ifPresent(issue -> {
          throw refused(issue);
        });
    if (document.read() > ZoneDocument.MAX_ZONES) {
      throw ProblemException.tooLarge(
          "A document has at most %d zones, this one %d"
              .formatted(ZoneDocument.MAX_ZONES, document.read()));
    }
  }

  private static ProblemException refused(Issue issue) {
    String field = issue.path().isEmpty() ? null : issue.path();
    return ProblemException.badRequest(field, issue.code() + ": " + issue.message());
  }

  private static Throwable conflict(Throwable tooMany) {
    return ProblemException.conflict(String.valueOf(tooMany.getMessage()));
  }

  private static ZoneFormat format(@Nullable String format) {
    String allowed =
        Arrays.stream(ZoneFormat.values())
            .filter(ZoneFormat::standsAlone)
            .map(ZoneFormat::label)
            .collect(Collectors.joining(", "));
    return ZoneFormat.find(String.valueOf(format))
        .filter(ZoneFormat::standsAlone)
        .orElseThrow(
            () -> ProblemException.badRequest("format", "format is one of %s".formatted(allowed)));
  }

  private static SourceProfile source(String id) {
    return SourceProfiles.find(id)
        .orElseThrow(() ->
            ProblemException.badRequest(
                "source",
                "source is one of "
                    + SourceProfiles.bundled().stream()
                        .map(SourceProfile::id)
                        .collect(Collectors.joining(", "))));
  }

  /** An id that is none is as unknown as any other. */
  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("zone");
  }
}
