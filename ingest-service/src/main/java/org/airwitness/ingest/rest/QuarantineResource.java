package org.airwitness.ingest.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.UUID;
import org.airwitness.ingest.store.QuarantineEntry;
import org.airwitness.ingest.store.QuarantineFilter;
import org.airwitness.ingest.store.QuarantineSearch;
import org.airwitness.ingest.store.SensorStore;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.rest.Page;
import org.airwitness.platform.rest.ProblemException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * What the caller's agency sent and could not be accepted. Refused bytes may hold a pilot's
 * position: each look at them is recorded.
 */
@Path("/api/v1/quarantine")
class QuarantineResource {
  private final QuarantineSearch quarantine;
  private final SensorStore sensors;
  private final Caller caller;
  private final InstantSource clock;

  QuarantineResource(
      QuarantineSearch quarantine, SensorStore sensors, Caller caller, InstantSource clock) {
    this.quarantine = quarantine;
    this.sensors = sensors;
    this.caller = caller;
    this.clock = clock;
  }

  /** Lists what was found, newest first. */
  @GET
  @RolesAllowed({Roles.AGENCY_ADMIN, Roles.DUTY_OFFICER, Roles.INVESTIGATOR})
  public Uni<Page<QuarantineView>> list(
      @BeanParam QuarantineParameters wanted,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int size = Page.limit(limit);
    QuarantineFilter filter = wanted.filter(caller);
    Cursor before = Cursor.decode(after, Cursor.LAST);
    return quarantine
        .newestFirst(caller.agency(), filter, before, size)
        .map(rows ->
            Page.of(rows, size, row -> new Cursor(row.arrivedAt(), row.id()).encode())
                .map(QuarantineView::of));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.AGENCY_ADMIN, Roles.INVESTIGATOR})
  public Uni<QuarantineDetailView> get(UUID id) {
    AgencyId agency = caller.agency();
    return look(id)
        .chain(entry ->
            sensors
                .find(agency, entry.row().sensor().sensor())
                .map(sensor ->
                    QuarantineDetailView.of(entry, sensor.map(SensorStore.SensorRow::format))));
  }

  /** Returns the bytes exactly as received. */
  @GET
  @Path("/{id}/raw")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed({Roles.AGENCY_ADMIN, Roles.INVESTIGATOR})
  public Uni<RestResponse<byte[]>> raw(UUID id) {
    return look(id)
        .map(entry ->
            RestResponse.ResponseBuilder.ok(entry.payload())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".bin\"")
                .header("X-Content-Type-Options", "nosniff")
                .build());
  }

  private Uni<QuarantineEntry> look(UUID id) {
    return quarantine
        .look(caller.agency(), id, caller.name(), clock.instant())
        .map(found -> found.orElseThrow(() -> ProblemException.notFound("quarantine entry")));
  }
}
