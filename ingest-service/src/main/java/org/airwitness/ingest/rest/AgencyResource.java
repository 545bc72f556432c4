package org.airwitness.ingest.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.airwitness.ingest.core.Allowance;
import org.airwitness.ingest.core.routing.RegionReader;
import org.airwitness.ingest.mqtt.RegistryWatch;
import org.airwitness.ingest.store.AgencyStore;
import org.airwitness.ingest.store.entity.AgencyEntity;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.Page;
import org.airwitness.platform.rest.ProblemException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The agencies of the platform, for those who run it. */
@Path("/api/v1/agencies")
@RolesAllowed(Roles.PLATFORM_ADMIN)
class AgencyResource {
  private final AgencyStore agencies;
  private final RegistryWatch watch;
  private final ObjectMapper json;
  private final InstantSource clock;

  AgencyResource(
      AgencyStore agencies, RegistryWatch watch, ObjectMapper json, InstantSource clock) {
    this.agencies = agencies;
    this.watch = watch;
    this.json = json;
    this.clock = clock;
  }

  /**
   * An agency to be registered.
   *
   * @param region GeoJSON Polygon or MultiPolygon; without one nothing shared comes in
   * @param limits what its sensors may send; without them the limits of the deployment
   */
  record NewAgency(
      @Nullable String id,
      @Nullable String name,
      @Nullable JsonNode region,
      @Nullable Allowance limits) {}

  /**
   * What is to change: members that are absent stay as they are.
   *
   * @param region the empty text removes it
   */
  record AgencyChange(
      @Nullable String name, @Nullable JsonNode region, @Nullable Allowance limits) {}

  /** A registered agency. */
  record AgencyView(
      String id,
      String name,
      @Nullable JsonNode region,
      @Nullable Allowance limits,
      Instant createdAt) {}

  @POST
  public Uni<RestResponse<AgencyView>> add(@Nullable NewAgency wanted) {
    AgencyEntity agency = entity(Checks.body(wanted));
    return agencies
        .add(agency)
        .call(() -> Uni.createFrom().completionStage(watch::lookNow))
        .map(added -> {
          if (!added) {
            throw ProblemException.conflict("There is an agency '" + agency.id + "' already");
          }
          return RestResponse.ResponseBuilder.<AgencyView>created(
                  URI.create("/api/v1/agencies/" + agency.id))
              .entity(view(agency))
              .build();
        });
  }

  /** Changes an agency; its sensors are routed and limited anew within the watch period. */
  @PATCH
  @Path("/{id}")
  public Uni<AgencyView> change(String id, @Nullable AgencyChange wanted) {
    AgencyChange change = Checks.body(wanted);
    String name = change.name() == null ? null : Checks.name(change.name());
    boolean removesRegion = change.region() != null && "".equals(change.region().textValue());
    String region = removesRegion ? null : region(change.region());
    return agencies
        .change(
            id,
            agency -> {
              agency.name = name == null ? agency.name : name;
              agency.region = change.region() == null ? agency.region : region;
              if (change.limits() != null) {
                limit(agency, change.limits());
              }
            })
        .map(found -> found.orElseThrow(() -> ProblemException.notFound("agency")))
        .call(() -> Uni.createFrom().completionStage(watch::lookNow))
        .map(this::view);
  }

  private static void limit(AgencyEntity agency, Allowance limits) {
    agency.sensorMessagesPerSecond = limits.sensorMessagesPerSecond();
    agency.agencyMessagesPerSecond = limits.agencyMessagesPerSecond();
  }

  @GET
  public Uni<Page<AgencyView>> list(
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int size = Page.limit(limit);
    return agencies
        .list(after, size)
        .map(rows -> Page.of(rows, size, row -> row.id).map(this::view));
  }

  @GET
  @Path("/{id}")
  public Uni<AgencyView> get(String id) {
    return agencies
        .find(id)
        .map(found -> found.orElseThrow(() -> ProblemException.notFound("agency")))
        .map(this::view);
  }

  private AgencyEntity entity(NewAgency wanted) {
    AgencyEntity agency = new AgencyEntity();
    String id = Checks.required("id", wanted.id());
    if (!AgencyId.isValid(id)) {
      throw ProblemException.badRequest(
          "id", "id has 2 to 63 characters a-z, 0-9 and '-', beginning with a letter or digit");
    }
    agency.id = id;
    agency.name = Checks.name(wanted.name());
    agency.region = region(wanted.region());
    if (wanted.limits() != null) {
      limit(agency, wanted.limits());
    }
    agency.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return agency;
  }

  private static @Nullable String region(@Nullable JsonNode region) {
    if (region == null || region.isNull()) {
      return null;
    }
    try {
      RegionReader.read(region);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("region", String.valueOf(e.getMessage()));
    }
    return region.toString();
  }

  private AgencyView view(AgencyEntity agency) {
    try {
      JsonNode region = agency.region == null ? null : json.readTree(agency.region);
      var limits = new Allowance(agency.sensorMessagesPerSecond, agency.agencyMessagesPerSecond);
      return new AgencyView(
          agency.id,
          agency.name,
          region,
          limits.equals(Allowance.ORDINARY) ? null : limits,
          agency.createdAt);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The region of " + agency.id + " is broken", e);
    }
  }
}
