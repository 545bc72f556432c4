package org.airwitness.zone.rest;

import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.airwitness.airspace.height.Environment;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.rest.ProblemException;
import org.airwitness.zone.core.Fetched;
import org.airwitness.zone.core.ImportOrder;
import org.airwitness.zone.core.ZoneFormat;
import org.airwitness.zone.core.ZoneSource;
import org.airwitness.zone.imports.ImportRunner;
import org.airwitness.zone.messaging.ZoneChangesPublisher;
import org.airwitness.zone.rest.GeozoneSource.Result;
import org.airwitness.zone.sources.SourceClient;
import org.airwitness.zone.store.ImportLedger;
import org.airwitness.zone.store.ImportLedger.UnderWayException;
import org.airwitness.zone.store.SetStore;
import org.airwitness.zone.store.ZoneIndexStore;
import org.airwitness.zone.store.ZoneSet;
import org.jspecify.annotations.Nullable;

/**
 * Test interface for geo-awareness of InterUSS, version 0.2.2: loads zones of a test into the
 * caller's agency as a set of its own and tells which of the agency's zones pass filters.
 *
 * <p>It is there only with {@code airwitness.interuss.enabled}, for tokens with the scope {@code
 * geo-awareness.test}.
 */
@Path("/api/v1/zones/interuss")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(GeoAwarenessResource.SCOPE)
@EndpointDisabled(
    name = "airwitness.interuss.enabled",
    stringValue = "false",
    disableIfMissing = true)
public class GeoAwarenessResource {
  static final String SCOPE = "geo-awareness.test";
  private static final int MAX_CHECKS = 1000;

  private final Caller caller;
  private final SetStore sets;
  private final ImportLedger ledger;
  private final ImportRunner runner;
  private final SourceClient client;
  private final ZoneChangesPublisher changes;
  private final ZoneIndexStore zones;
  private final Environment environment;
  private final InstantSource clock = InstantSource.system();

  GeoAwarenessResource(
      Caller caller,
      SetStore sets,
      ImportLedger ledger,
      ImportRunner runner,
      SourceClient client,
      ZoneChangesPublisher changes,
      ZoneIndexStore zones,
      Environment environment) {
    this.caller = caller;
    this.sets = sets;
    this.ledger = ledger;
    this.runner = runner;
    this.client = client;
    this.changes = changes;
    this.zones = zones;
    this.environment = environment;
  }

  /** Whether the interface is ready. */
  record Status(String status) {}

  /** Tells that the interface is there. */
  @GET
  @Path("/status")
  public Status status() {
    return new Status("Ready");
  }

  /** Downloads a document and has it imported; it replaces what the source gave before. */
  @PUT
  @Path("/geozone_sources/{id}")
  public Uni<GeozoneSource> put(@PathParam("id") String id, GeozoneSource.@Nullable Order order) {
    AgencyId agency = caller.agency();
    String by = caller.name();
    String name = name(id);
    GeozoneSource.Https source = order == null ? null : order.httpsSource();
    if (source == null) {
      return state(Result.Unsupported, "https_source is required");
    }
    if (source.format() != null && !source.format().equals("ED-269")) {
      return state(
          Result.Unsupported, "https_source.format is ED-269, not '%s'".formatted(source.format()));
    }
    if (source.url() == null) {
      throw ProblemException.badRequest("https_source.url", "https_source.url is required");
    }
    return client
        .fetch(once(source.url()))
        .chain(fetched ->
            switch (fetched) {
              case Fetched.Document document -> open(agency, name, document.content(), by);
              case Fetched.Refused refused -> state(Result.Rejected, refused.reason());
              case Fetched.Unreachable away -> state(Result.Error, away.reason());
              case Fetched.Unchanged unasked ->
                  state(Result.Error, "304 Not Modified, which was not asked for");
            })
        .onFailure(UnderWayException.class)
        .recoverWithUni(failure -> state(Result.Error, failure.getMessage()));
  }

  private static ZoneSource once(String url) {
    return new ZoneSource(url, ZoneSource.DEFAULT_INTERVAL, null, null, null, null, null);
  }

  private Uni<GeozoneSource> open(AgencyId agency, String name, byte[] document, String by) {
    Instant now = now();
    return sets.ensure(agency, name, Optional.empty(), ZoneFormat.ED269, by, now)
        .chain(set ->
            set.isEmpty()
                ? state(Result.Error, "There are at most %d sets".formatted(SetStore.MAX_SETS))
                : ledger
                    .open(order(agency, set.get(), by, now), document)
                    .invoke(() -> {
                      var _ = runner.soon().subscribe().with(done -> {});
                    })
                    .chain(() -> state(Result.Activating, null)));
  }

  /** A test replaces its zones by others on purpose: the guard of editions is passed. */
  private static ImportOrder order(AgencyId agency, ZoneSet set, String by, Instant now) {
    return new ImportOrder(
        UUID.randomUUID(),
        agency,
        Optional.of(set.id()),
        set.name(),
        Optional.empty(),
        ZoneFormat.ED269,
        false,
        Optional.of("Source of the InterUSS test interface"),
        by,
        now,
        1);
  }

  /** How far a source is. */
  @GET
  @Path("/geozone_sources/{id}")
  public Uni<GeozoneSource> get(@PathParam("id") String id) {
    AgencyId agency = caller.agency();
    return known(agency, name(id))
        .chain(set -> ledger.list(agency, Optional.of(set.id()), Cursor.LAST, 1))
        .map(jobs ->
            jobs.stream()
                .findFirst()
                .map(GeozoneSource::of)
                .orElseThrow(() -> ProblemException.notFound("geozone source")));
  }

  /** Withdraws the zones of a source and forgets it. */
  @DELETE
  @Path("/geozone_sources/{id}")
  public Uni<GeozoneSource> remove(@PathParam("id") String id) {
    AgencyId agency = caller.agency();
    String by = caller.name();
    Instant now = now();
    return known(agency, name(id))
        .chain(set -> sets.remove(agency, set.id(), by, now))
        .chain(changed -> changes.announceAll(changed, now))
        .chain(() -> state(Result.Deactivating, null));
  }

  /** Tells for each check whether a zone of the agency passes its filters. */
  @POST
  @Path("/geozones/check")
  public Uni<GeozonesCheck.Reply> check(GeozonesCheck.@Nullable Order order) {
    List<GeozonesCheck> checks = order == null ? null : order.checks();
    if (checks == null || checks.size() > MAX_CHECKS) {
      throw ProblemException.badRequest(
          "checks", "checks is a list of at most %d checks".formatted(MAX_CHECKS));
    }
    Instant now = now();
    return zones
        .refresh(caller.agency())
        .map(loaded ->
            new GeozonesCheck.Reply(
                checks.stream()
                    .map(check -> check.judge(loaded.index(), environment, now))
                    .toList()));
  }

  private Uni<ZoneSet> known(AgencyId agency, String name) {
    return sets.list(agency)
        .map(found ->
            found.stream()
                .filter(set -> !set.shared() && set.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("geozone source")));
  }

  private static String name(String id) {
    return "interuss-" + ZoneIds.read(id, "geozone source");
  }

  private static Uni<GeozoneSource> state(Result result, @Nullable String message) {
    return Uni.createFrom().item(new GeozoneSource(result, message));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
