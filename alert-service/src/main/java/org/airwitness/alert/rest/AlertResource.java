package org.airwitness.alert.rest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.airwitness.alert.core.Alert;
import org.airwitness.alert.core.AlertRules.AlreadyResolvedException;
import org.airwitness.alert.core.AlertState;
import org.airwitness.alert.store.AlertArchive;
import org.airwitness.alert.store.AlertLog;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.rest.EventStreams;
import org.airwitness.platform.rest.LiveStream;
import org.airwitness.platform.rest.Page;
import org.airwitness.platform.rest.ProblemException;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Alerts of the caller's agency. */
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.DUTY_OFFICER, Roles.INVESTIGATOR, Roles.AGENCY_ADMIN})
@Cache(noStore = true)
public class AlertResource {
  private static final int MAX_NOTE = 1000;

  private final Caller caller;
  private final AlertArchive archive;
  private final AlertLog log;
  private final LiveStream<Alert> live;
  private final EventStreams events;

  AlertResource(
      Caller caller,
      AlertArchive archive,
      AlertLog log,
      LiveStream<Alert> live,
      EventStreams events) {
    this.caller = caller;
    this.archive = archive;
    this.log = log;
    this.live = live;
    this.events = events;
  }

  /** What somebody has to say when taking notice of an alert. */
  public record Acknowledge(@Nullable String note) {
    public Acknowledge {
      if (note != null && (note.length() > MAX_NOTE || note.indexOf(0) >= 0)) {
        throw new IllegalArgumentException(
            "note has at most " + MAX_NOTE + " characters, none of them NUL");
      }
    }
  }

  @GET
  public Uni<Page<AlertView>> list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int size = Page.limit(limit);
    return archive
        .of(caller.agency())
        .list(state(state), Cursor.decode(after, Cursor.LAST), size + 1)
        .map(alerts -> Page.of(alerts, size, AlertResource::cursor).map(AlertView::of));
  }

  @GET
  @Path("{id}")
  public Uni<AlertView> get(@PathParam("id") String id) {
    return archive.of(caller.agency()).find(uuid(id)).map(found -> view(found.orElse(null)));
  }

  @POST
  @Path("{id}/acknowledge")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.DUTY_OFFICER, Roles.INVESTIGATOR, Roles.AGENCY_ADMIN})
  public Uni<AlertView> acknowledge(@PathParam("id") String id, @Nullable Acknowledge request) {
    return acknowledge(id, request == null ? null : request.note());
  }

  /** For a client that has nothing to say and sends no body, of whatever type. */
  @POST
  @Path("{id}/acknowledge")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.DUTY_OFFICER, Roles.INVESTIGATOR, Roles.AGENCY_ADMIN})
  public Uni<AlertView> acknowledge(
      @PathParam("id") String id,
      @HeaderParam("Content-Length") @DefaultValue("0") long bodyBytes) {
    if (bodyBytes > 0) {
      throw new NotSupportedException();
    }
    return acknowledge(id, (String) null);
  }

  private Uni<AlertView> acknowledge(String id, @Nullable String note) {
    return log.acknowledge(caller.agency(), uuid(id), caller.name(), note)
        .onFailure(AlreadyResolvedException.class)
        .transform(resolved -> ProblemException.conflict(String.valueOf(resolved.getMessage())))
        .map(found -> view(found.orElse(null)));
  }

  @GET
  @Path("stream")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  public Multi<OutboundSseEvent> stream(@Context Sse sse) {
    var agency = caller.agency();
    return events.of(
        sse,
        "alert",
        live.subscribe(agency, () -> archive.of(agency).open(), new NewestOnly())
            .map(AlertView::of),
        view -> view.id() + ":" + view.sequence());
  }

  private static AlertView view(@Nullable Alert alert) {
    if (alert == null) {
      throw ProblemException.notFound("alert");
    }
    return AlertView.of(alert);
  }

  private static String cursor(Alert alert) {
    return new Cursor(alert.createdAt(), alert.id()).encode();
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound("alert");
    }
  }

  private static @Nullable AlertState state(@Nullable String name) {
    if (name == null) {
      return null;
    }
    return Arrays.stream(AlertState.values())
        .filter(state -> lower(state).equals(name))
        .findFirst()
        .orElseThrow(() -> ProblemException.badRequest("state", "state is one of " + states()));
  }

  private static String states() {
    return Arrays.stream(AlertState.values())
        .map(AlertResource::lower)
        .collect(Collectors.joining(", "));
  }

  private static String lower(AlertState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
