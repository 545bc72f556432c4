package org.airwitness.ingest.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.airwitness.ingest.store.QuarantineStore;
import org.airwitness.ingest.store.QuarantinedItem;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.rest.Page;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;

/** What the caller's agency sent and could not be accepted, newest first. */
@Path("/api/v1/quarantine")
class QuarantineResource {
  private final QuarantineStore quarantine;
  private final Caller caller;

  QuarantineResource(QuarantineStore quarantine, Caller caller) {
    this.quarantine = quarantine;
    this.caller = caller;
  }

  /**
   * One refused item or message.
   *
   * @param topic MQTT topic it came in on
   * @param payload the bytes as received, at most 256 KiB of them
   */
  @SuppressWarnings("ArrayRecordComponent") // written once as base64
  record QuarantineView(
      UUID id,
      String sensor,
      String reason,
      String detail,
      Instant receivedAt,
      String topic,
      byte[] payload,
      int payloadBytes) {

    static QuarantineView of(QuarantinedItem item) {
      return new QuarantineView(
          item.id(),
          item.sensor(),
          item.reason(),
          item.detail(),
          item.arrivedAt(),
          item.source(),
          item.payload(),
          item.payloadBytes());
    }
  }

  @GET
  @RolesAllowed({Roles.AGENCY_ADMIN, Roles.DUTY_OFFICER})
  @Cache(noStore = true)
  public Uni<Page<QuarantineView>> list(
      @QueryParam("sensor") @Nullable String sensor,
      @QueryParam("reason") @Nullable String reason,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int size = Page.limit(limit);
    Cursor from = Cursor.decode(after, Cursor.LAST);
    return quarantine
        .list(caller.agency(), sensor, reason, from, size)
        .map(rows ->
            Page.of(rows, size, row -> new Cursor(row.arrivedAt(), row.id()).encode())
                .map(QuarantineView::of));
  }
}
