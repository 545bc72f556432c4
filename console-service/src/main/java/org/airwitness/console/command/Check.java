package org.airwitness.console.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.jboss.logging.Logger;

/**
 * Asks an installation whether it works: every service is ready, the console is served and sensors
 * can connect. With the credentials of an agency a drone flies into a zone, and its alert must
 * come.
 */
final class Check {
  private static final Logger LOG = Logger.getLogger(Check.class);
  private static final String SENSOR = "helm-test";
  private static final Duration ALERT_LIMIT = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Rest rest;
  private final Options options;
  private final String api;
  private final SensorDoor door;

  Check(Rest rest, Options options) {
    this.rest = rest;
    this.options = options;
    this.api = options.get("api") + "/api/v1";
    this.door = SensorDoor.at(options.get("mqtt"));
  }

  void run() throws InterruptedException {
    for (String service : options.all("ready")) {
      rest.get(service + "/q/health/ready", null).expect(service, 200);
      LOG.infof("%s is ready", service);
    }
    rest.get(options.get("api") + "/", null).expect("The console's page", 200);
    rest.get(options.get("api") + "/console/config.json", null).expect("Its settings", 200);
    LOG.info("The console is served");
    door.requireTls();
    LOG.infof("Sensors can connect to %s", options.get("mqtt"));
    var agency = options.find("agency");
    if (agency.isPresent()) {
      var token = rest.token(options.get("oidc"), Path.of(agency.get()));
      registerAgency(agencyOf(token));
      fly(token);
    } else {
      LOG.info("No agency to test with: no message was sent (value test.secretName)");
    }
  }

  /** The claim {@code agency}; services verify the token, here it is only read. */
  private static String agencyOf(String token) {
    var parts = token.split("\\.", 3);
    var claims =
        parts.length == 3
            ? new JsonObject(
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
            : new JsonObject();
    var agency = claims.getString("agency");
    if (agency == null) {
      throw new CommandException("The token of the test's client has no claim 'agency'");
    }
    return agency;
  }

  private void registerAgency(String agency) throws InterruptedException {
    var platform = options.find("platform");
    if (platform.isPresent()) {
      var token = rest.token(options.get("oidc"), Path.of(platform.get()));
      var body = new JsonObject().put("id", agency).put("name", "Test of the installation");
      rest.send("POST", api + "/agencies", token, body).expect("Agency " + agency, 201, 409);
    }
  }

  private void fly(String token) throws InterruptedException {
    var credentials = sensor(token);
    var zone = zone(token);
    try {
      var username = credentials.getString("username");
      door.publish(username, credentials.getString("password"), TestDrone.message(SENSOR));
      LOG.infof("A message of sensor %s is acknowledged", username);
      awaitAlert(token, zone);
      LOG.info("It came through to an alert");
    } finally {
      rest.delete(api + "/zones/" + zone, token).expect("Deleting the test's zone", 200, 204);
      rest.delete(api + "/sensors/" + SENSOR, token).expect("Deleting the test's sensor", 200, 204);
    }
  }

  private JsonObject sensor(String token) throws InterruptedException {
    var body =
        new JsonObject()
            .put("id", SENSOR)
            .put("name", "Test of the installation")
            .put("format", "native");
    var created = rest.send("POST", api + "/sensors", token, body);
    if (created.status() == 409 && isKnown(token)) {
      var url = api + "/sensors/" + SENSOR + "/credentials";
      return rest.send("POST", url, token, new JsonObject()).expect("A new password", 200).body();
    }
    return created.expect("The test's sensor", 201).body().getJsonObject("credentials");
  }

  private boolean isKnown(String token) throws InterruptedException {
    return rest.get(api + "/sensors/" + SENSOR, token).status() == 200;
  }

  private String zone(String token) throws InterruptedException {
    var zone =
        new JsonObject()
            .put("type", "Feature")
            .put("geometry", TestDrone.around())
            .put(
                "properties",
                new JsonObject()
                    .put("name", "Test of the installation")
                    .put("restriction", "PROHIBITED"));
    var created = rest.send("POST", api + "/zones", token, zone).expect("The test's zone", 201);
    var id = created.body().getString("id");
    if (id == null) {
      throw new CommandException("The zone that was created has no id: " + created.body());
    }
    return id;
  }

  private void awaitAlert(String token, String zone) throws InterruptedException {
    long deadline = System.nanoTime() + ALERT_LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      var alerts = rest.get(api + "/alerts?limit=100", token).expect("Alerts", 200).body();
      if (alerts.getJsonArray("items", new JsonArray()).encode().contains(zone)) {
        return;
      }
      Thread.sleep(PAUSE);
    }
    throw new CommandException(
        "No alert came within %d s; see the logs of track, zone and alert"
            .formatted(ALERT_LIMIT.toSeconds()));
  }
}
