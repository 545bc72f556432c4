package org.airwitness.systemtests;

import static java.util.stream.Collectors.toMap;
import static org.airwitness.systemtests.driver.TimeLimit.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.airwitness.systemtests.driver.Agency;
import org.airwitness.systemtests.driver.EventStream;
import org.airwitness.systemtests.driver.Fleet;
import org.airwitness.systemtests.driver.Flight;
import org.airwitness.systemtests.driver.Launcher;
import org.airwitness.systemtests.driver.Place;
import org.airwitness.systemtests.driver.TimeLimit;
import org.airwitness.systemtests.driver.WebhookReceiver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Processes are killed while drones fly: afterwards everything that was acknowledged is stored,
 * once, and the alerts are those of the flown paths, as if nothing had happened. On an instance of
 * its own.
 */
@Order(6)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillST {
  private static final Place AIRPORT = new Place(60.1939, 11.1004);

  /** A list that each service serves. */
  private static final Map<String, String> SERVICES =
      new TreeMap<>(
          Map.of("ingest", "/sensors", "track", "/tracks", "zone", "/zones", "alert", "/alerts"));

  private final WebhookReceiver receiver = WebhookReceiver.start();
  private final List<Fleet> fleets = new ArrayList<>();
  private Launcher launcher;
  private Agency agency;
  private String zoneId;
  private String subscriptionId;

  @BeforeAll
  void start() {
    Assumptions.assumeTrue(
        System.getProperty("airwitness.url", "").isEmpty(),
        "SKIPPED: processes of a system that somebody else has started are not killed");
    launcher = Launcher.start("kill");
    agency = launcher.airwitness().addAgency("airport");
    zoneId = agency.addRoundZone("Runway", AIRPORT, Flight.ZONE_RADIUS_M);
    subscriptionId = agency.subscribe(receiver);
  }

  @AfterAll
  void close() {
    fleets.forEach(Fleet::close);
    receiver.close();
    if (launcher != null) {
      launcher.close();
    }
  }

  @Test
  @Order(1)
  void losesAndDoublesNothingWhenEachServiceIsKilledInTurn() {
    Fleet fleet = flyWhileEachServiceEnds("mast", launcher::kill);

    assertThat(fleet.resent()).as("the kills were felt").isPositive();
    assertNothingLostNorDoubled();
  }

  @Test
  @Order(2)
  void losesAndDoublesNothingWhenEachServiceIsToldToEndInTurn() {
    int before = receiver.received().size();

    flyWhileEachServiceEnds("beam", this::terminateAmidWork);

    assertNothingLostNorDoubled();
    assertThat(receiver.received().stream().skip(before))
        .extracting(WebhookReceiver.Received::id)
        .doesNotHaveDuplicates();
  }

  /** Alert-service is told to end while a receiver takes its time to answer. */
  private void terminateAmidWork(String service) {
    if (service.equals("alert")) {
      receiver.answerAfter(Duration.ofSeconds(7));
      eventually(60).until(receiver::isAwaited);
      receiver.answerAfter(Duration.ZERO);
    }
    launcher.terminate(service);
  }

  private Fleet flyWhileEachServiceEnds(String name, Consumer<String> end) {
    Fleet fleet = fleet(name, 10);
    fleet.takeOff();
    for (String service : SERVICES.keySet()) {
      awaitFlowing(fleet);
      JsonNode before = launcher.statusOf(service);
      end.accept(service);
      awaitStartedAgain(service, before);
    }
    awaitFlowing(fleet);
    fleet.land();
    return fleet;
  }

  @Test
  @Order(3)
  void endsStreamsInOrderWhenAServiceIsToldToEnd() {
    for (String service : List.of("track", "alert")) {
      JsonNode before = launcher.statusOf(service);
      try (EventStream stream = agency.as("viewer").stream("/" + service + "s/stream")) {
        launcher.terminate(service);

        TimeLimit.eventually(10).until(stream::hasEnded);
      }
      awaitStartedAgain(service, before);
    }
  }

  @Test
  @Order(4)
  void keepsEverythingWhenAllIsKilledAtOnce() {
    Fleet fleet = fleet("crane", 4);
    fleet.takeOff();
    awaitFlowing(fleet);
    JsonNode acknowledged = acknowledgeAnOpenAlert();
    List<String> sensorsBefore = sensors();

    launcher.killLauncherAndPostgres();
    Duration second = launcher.start();

    System.out.println("Ready again after " + second.toMillis() + " ms");
    JsonNode after = agency.as("viewer").read("/alerts/" + acknowledged.path("id").asText());
    assertThat(after.path("acknowledgedAt")).isEqualTo(acknowledged.path("acknowledgedAt"));
    assertThat(after.path("acknowledgeNote").asText()).isEqualTo("on it");
    assertThat(sensors()).isEqualTo(sensorsBefore);
    assertThat(agency.as("viewer").read("/zones/" + zoneId).path("id").asText()).isEqualTo(zoneId);
    awaitFlowing(fleet);
    fleet.land();
    assertNothingLostNorDoubled();
  }

  @Test
  @Order(5)
  void endsEverythingWithinTenSecondsOfCtrlC() {
    List<ProcessHandle> processes = launcher.processes();
    assertThat(processes).as("launcher, four services, PostgreSQL").hasSizeGreaterThan(5);
    JsonNode status = launcher.status();

    launcher.interrupt();

    TimeLimit.eventually(10)
        .untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
    for (JsonNode row : status.path("processes")) {
      assertThat(ProcessHandle.of(row.path("pid").asLong()).filter(ProcessHandle::isAlive))
          .as(row.path("name").asText())
          .isEmpty();
    }
  }

  private Fleet fleet(String name, int sensors) {
    Fleet fleet = new Fleet(agency, name, AIRPORT, sensors, 2);
    fleets.add(fleet);
    return fleet;
  }

  /** Waits for PUBACKs of what is sent from now on, and for three seconds of flight. */
  private static void awaitFlowing(Fleet fleet) {
    long before = fleet.acknowledged();
    long more = fleet.sensors().count() * 6;
    eventually(60).until(() -> fleet.acknowledged() >= before + more);
  }

  private void awaitStartedAgain(String service, JsonNode before) {
    eventually(60)
        .untilAsserted(() -> {
          JsonNode now = launcher.statusOf(service);
          assertThat(now.path("pid").asLong())
              .isPositive()
              .isNotEqualTo(before.path("pid").asLong());
          assertThat(now.path("restarts").asInt()).isEqualTo(before.path("restarts").asInt() + 1);
        });
  }

  private JsonNode acknowledgeAnOpenAlert() {
    return eventually(30)
        .until(
            () -> {
              JsonNode open = agency.as("viewer").list("/alerts?state=raised").getFirst();
              return agency
                  .as("duty-officer")
                  .post(
                      "/alerts/" + open.path("id").asText() + "/acknowledge",
                      "{\"note\":\"on it\"}")
                  .json();
            },
            answer -> answer.path("state").asText().equals("acknowledged"));
  }

  private List<String> sensors() {
    return agency.admin().list("/sensors").stream().map(row -> row.path("id").asText()).toList();
  }

  private void assertNothingLostNorDoubled() {
    List<Fleet.Sighting> heard =
        fleets.stream().flatMap(fleet -> fleet.sightings().stream()).toList();
    List<Fleet.Stay> stays = fleets.stream().flatMap(fleet -> fleet.stays().stream()).toList();
    System.out.printf("%d observations, %d stays in the zone%n", heard.size(), stays.size());

    eventually(60)
        .untilAsserted(() ->
            assertThat(agency.as("viewer").read("/observations/count").path("count").asInt())
                .isEqualTo(heard.size()));
    assertThat(storedSightings()).containsExactlyInAnyOrderElementsOf(heard);
    assertThat(agency.as("viewer").list("/tracks"))
        .extracting(track -> track.path("serial").asText())
        .containsExactlyInAnyOrderElementsOf(fleets.stream().flatMap(Fleet::serials).toList());
    eventually(60)
        .untilAsserted(() ->
            assertThat(agency.as("viewer").list("/alerts"))
                .extracting(KillST::stay)
                .containsExactlyInAnyOrderElementsOf(stays));
    assertEachAlertDelivered();
  }

  private List<Fleet.Sighting> storedSightings() {
    Map<String, String> serials =
        agency.as("viewer").list("/tracks").stream()
            .collect(
                toMap(track -> track.path("id").asText(), track -> track.path("serial").asText()));
    List<JsonNode> stored = agency.as("viewer").list("/observations");
    assertThat(stored).extracting(o -> o.path("observationId").asText()).doesNotHaveDuplicates();
    return stored.stream()
        .map(o ->
            new Fleet.Sighting(
                o.path("sensor").asText(),
                serials.get(o.path("trackId").asText()),
                Instant.parse(o.path("observedAt").asText())))
        .toList();
  }

  /** What an alert says of a stay; one without a good end is no stay that was flown. */
  private static Fleet.Stay stay(JsonNode alert) {
    boolean left = alert.path("resolveReason").asText().equals("LEFT");
    return new Fleet.Stay(
        alert.path("serial").asText(),
        Instant.parse(alert.path("observedAt").asText()),
        left ? Instant.parse(alert.path("resolvedAt").asText()) : Instant.MAX);
  }

  /** Webhooks come at least once, and each alert under one id. */
  private void assertEachAlertDelivered() {
    List<String> alerts =
        agency.as("viewer").list("/alerts").stream().map(a -> a.path("id").asText()).toList();
    eventually(90)
        .untilAsserted(() ->
            assertThat(agency.admin().list("/subscriptions/" + subscriptionId + "/deliveries"))
                .hasSize(alerts.size())
                .allMatch(delivery -> delivery.path("state").asText().equals("delivered")));
    Map<String, String> alertOfWebhook =
        receiver.received().stream()
            .collect(
                toMap(
                    WebhookReceiver.Received::id,
                    webhook -> webhook.body().path("data").path("alertId").asText(),
                    (one, other) -> one));
    assertThat(alertOfWebhook.values()).containsExactlyInAnyOrderElementsOf(alerts);
    assertThat(receiver.refused()).isEmpty();
  }
}
