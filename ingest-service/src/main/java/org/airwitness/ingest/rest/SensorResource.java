package org.airwitness.ingest.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.airwitness.ingest.core.Password;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.mqtt.MqttListener;
import org.airwitness.ingest.mqtt.RegistryWatch;
import org.airwitness.ingest.rest.SensorView.CreatedSensorView;
import org.airwitness.ingest.rest.SensorView.CredentialsView;
import org.airwitness.ingest.store.SensorStore;
import org.airwitness.ingest.store.entity.SensorEntity;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.Page;
import org.airwitness.platform.rest.ProblemException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The sensors of the caller's agency. */
@Path("/api/v1/sensors")
class SensorResource {
  private static final int RANGE_HOURS = 24;

  private final SensorStore sensors;
  private final MqttListener listener;
  private final RegistryWatch watch;
  private final Caller caller;
  private final InstantSource clock;

  SensorResource(
      SensorStore sensors,
      MqttListener listener,
      RegistryWatch watch,
      Caller caller,
      InstantSource clock) {
    this.watch = watch;
    this.sensors = sensors;
    this.listener = listener;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @RolesAllowed(Roles.AGENCY_ADMIN)
  public Uni<RestResponse<CreatedSensorView>> add(@Nullable NewSensor wanted) {
    AgencyId agency = caller.agency();
    SensorEntity sensor = Checks.body(wanted).entity(agency, now());
    Password password = Password.generate();
    return sensors
        .add(agency, sensor, password)
        .map(addition ->
            switch (addition) {
              case ADDED -> created(agency, sensor, password);
              case ID_TAKEN ->
                  throw ProblemException.conflict(
                      "There is a sensor '" + sensor.key.id() + "' already");
              case AGENCY_NOT_REGISTERED ->
                  throw ProblemException.conflict(
                      "Agency '%s' is not registered yet; a platform-admin does that with POST /api/v1/agencies"
                          .formatted(agency));
            });
  }

  private RestResponse<CreatedSensorView> created(
      AgencyId agency, SensorEntity sensor, Password password) {
    SensorKey key = new SensorKey(agency, sensor.key.id());
    listener.revoke(key);
    CreatedSensorView view =
        CreatedSensorView.of(sensor, new CredentialsView(key.username(), password.text()));
    return RestResponse.ResponseBuilder.<CreatedSensorView>created(
            URI.create("/api/v1/sensors/" + key.sensor()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(view)
        .build();
  }

  @GET
  @RolesAllowed({Roles.AGENCY_ADMIN, Roles.DUTY_OFFICER})
  public Uni<Page<SensorView>> list(
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int size = Page.limit(limit);
    Instant now = now();
    return sensors
        .list(caller.agency(), after, size)
        .map(rows ->
            Page.of(rows, size, SensorStore.SensorRow::id).map(row -> SensorView.of(row, now)));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.AGENCY_ADMIN, Roles.DUTY_OFFICER})
  public Uni<SensorView> get(String id) {
    Instant now = now();
    return sensors
        .find(caller.agency(), id)
        .map(found -> found.orElseThrow(() -> ProblemException.notFound("sensor")))
        .map(row -> SensorView.of(row, now));
  }

  /** How far a sensor heard in the last 24 hours. */
  @GET
  @Path("/{id}/range")
  @RolesAllowed({Roles.AGENCY_ADMIN, Roles.DUTY_OFFICER})
  public Uni<RangeView> range(String id) {
    AgencyId agency = caller.agency();
    Instant since = now().minus(RANGE_HOURS, ChronoUnit.HOURS);
    return sensors
        .find(agency, id)
        .map(found -> found.orElseThrow(() -> ProblemException.notFound("sensor")))
        .chain(row ->
            sensors.reach(agency, id, since).map(reach -> RangeView.of(row, reach, RANGE_HOURS)));
  }

  /**
   * Changes a sensor. It takes effect at once on this instance and within the watch period on
   * others; a sensor that is disabled loses its connections.
   */
  @PATCH
  @Path("/{id}")
  @RolesAllowed(Roles.AGENCY_ADMIN)
  public Uni<SensorView> change(String id, @Nullable SensorChange wanted) {
    AgencyId agency = caller.agency();
    SensorChange change = Checks.body(wanted);
    return sensors
        .change(agency, id, change::applyTo)
        .invoke(known -> {
          if (Boolean.FALSE.equals(change.enabled())) {
            revoke(agency, id, known);
          } else if (known) {
            listener.forget(new SensorKey(agency, id));
          }
        })
        .chain(known -> get(id))
        .call(() -> Uni.createFrom().completionStage(watch::lookNow));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.AGENCY_ADMIN)
  public Uni<Void> remove(String id) {
    AgencyId agency = caller.agency();
    return sensors
        .remove(agency, id)
        .invoke(removed -> revoke(agency, id, removed))
        .replaceWithVoid();
  }

  /** Gives a sensor a new password; connections made with the old one end at once. */
  @POST
  @Path("/{id}/credentials")
  @RolesAllowed(Roles.AGENCY_ADMIN)
  public Uni<RestResponse<CredentialsView>> rotate(String id) {
    AgencyId agency = caller.agency();
    Password password = Password.generate();
    return sensors
        .rotate(agency, id, password, now())
        .invoke(rotated -> revoke(agency, id, rotated))
        .map(rotated ->
            RestResponse.ResponseBuilder.ok(new CredentialsView(id + "@" + agency, password.text()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
  }

  private void revoke(AgencyId agency, String id, boolean known) {
    if (!known) {
      throw ProblemException.notFound("sensor");
    }
    listener.revoke(new SensorKey(agency, id));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
