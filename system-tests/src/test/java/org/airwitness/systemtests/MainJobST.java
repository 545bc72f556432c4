package org.airwitness.systemtests;

import static org.airwitness.systemtests.driver.TimeLimit.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.airwitness.systemtests.driver.Agency;
import org.airwitness.systemtests.driver.Airwitness;
import org.airwitness.systemtests.driver.AirwitnessExtension;
import org.airwitness.systemtests.driver.Api;
import org.airwitness.systemtests.driver.DroneScoutMessage;
import org.airwitness.systemtests.driver.EventStream;
import org.airwitness.systemtests.driver.MqttSensor;
import org.airwitness.systemtests.driver.Place;
import org.airwitness.systemtests.driver.WebhookReceiver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The main job: a DroneScout hears a drone that flies through a prohibited zone. Told from the
 * sensor's registration to the end of the alert, and once more through the eyes of another agency.
 */
@Order(1)
@ExtendWith(AirwitnessExtension.class)
class MainJobST {
  private static final String SERIAL = "1581F4XFC23B0042K7QA";
  private static final Place PRISON = new Place(59.9139, 10.7522);
  private static final double ZONE_SIDE_M = 200;

  /** Metres east of the prison, second by second. */
  private static final List<Integer> APPROACH = List.of(-300, -250, -200, -150);

  private static final List<Integer> CROSSING = List.of(-80, -40, 0, 40, 80);
  private static final List<Integer> DEPARTURE = List.of(150, 200, 250);

  private final Airwitness airwitness;
  private final WebhookReceiver receiver = WebhookReceiver.start();
  private final WebhookReceiver otherReceiver = WebhookReceiver.start();
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(20);
  private final List<Instant> published = new ArrayList<>();
  private Agency police;
  private Agency coastGuard;
  private MqttSensor roof;
  private String zoneId;
  private String subscriptionId;
  private EventStream tracks;
  private EventStream alerts;
  private EventStream otherTracks;
  private EventStream otherAlerts;
  private JsonNode raised;
  private JsonNode acknowledged;

  MainJobST(Airwitness airwitness) {
    this.airwitness = airwitness;
  }

  @BeforeAll
  void flyThroughTheZone() {
    register();
    watch();
    APPROACH.forEach(this::publishDroneAt);
    eventually(20).untilAsserted(() -> assertThat(tracksOf(police)).hasSize(1));
    CROSSING.forEach(this::publishDroneAt);
    eventually(20).untilAsserted(() -> raised = onlyAlert());
    acknowledged =
        police
            .as("duty-officer")
            .post("/alerts/" + raised.path("id").asText() + "/acknowledge", "{\"note\":\"seen\"}")
            .json();
    DEPARTURE.forEach(this::publishDroneAt);
    eventually(20)
        .untilAsserted(() -> assertThat(onlyAlert().path("state").asText()).isEqualTo("resolved"));
    roof.deliver("/sensor/ds-test-1/upload", "{not json");
  }

  private void register() {
    police = Agency.register(airwitness, "police");
    coastGuard = Agency.register(airwitness, "coast-guard");
    roof = police.connectSensor("roof-1", "dronescout");
    zoneId = police.addSquareZone("Prison", PRISON, ZONE_SIDE_M);
    subscriptionId = police.subscribe(receiver);
    coastGuard.subscribe(otherReceiver);
  }

  private void watch() {
    tracks = police.as("viewer").stream("/tracks/stream");
    alerts = police.as("viewer").stream("/alerts/stream");
    otherTracks = coastGuard.as("viewer").stream("/tracks/stream");
    otherAlerts = coastGuard.as("viewer").stream("/alerts/stream");
  }

  private void publishDroneAt(int eastM) {
    Instant at = start.plusSeconds(published.size());
    published.add(at);
    Place place = PRISON.moved(eastM, 0);
    roof.deliver("/sensor/ds-test-1/upload", new DroneScoutMessage(SERIAL, place, at).json());
  }

  private static List<JsonNode> tracksOf(Agency agency) {
    return agency.as("viewer").list("/tracks");
  }

  private JsonNode onlyAlert() {
    List<JsonNode> all = police.as("viewer").list("/alerts");
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @AfterAll
  void close() {
    Stream.of(roof, tracks, alerts, otherTracks, otherAlerts, receiver, otherReceiver)
        .filter(part -> part != null)
        .forEach(MainJobST::close);
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void tracksTheDroneByItsSerialToItsLastPosition() {
    eventually(10)
        .untilAsserted(() -> {
          JsonNode track = onlyTrack();
          assertThat(track.path("observationCount").asInt()).isEqualTo(published.size());
          assertThat(track.path("serial").asText()).isEqualTo(SERIAL);
          assertThat(track.path("droneId").asText()).isEqualTo("serial:" + SERIAL);
          assertThat(track.path("status").asText()).isEqualTo("live");
          assertThat(track.path("sensors").toString()).isEqualTo("[\"roof-1\"]");
          assertAt(track.path("position"), PRISON.moved(DEPARTURE.getLast(), 0));
          assertThat(track.path("altitudes").path("geodeticM").asDouble()).isEqualTo(120);
          assertThat(Instant.parse(track.path("lastSeenAt").asText()))
              .isEqualTo(published.getLast());
        });
  }

  @Test
  void keepsEveryAcknowledgedObservationInTheHistory() {
    String id = onlyTrack().path("id").asText();
    List<JsonNode> history = police.as("viewer").list("/tracks/" + id + "/history");

    assertThat(history)
        .extracting(point -> Instant.parse(point.path("observedAt").asText()))
        .containsExactlyElementsOf(published);
    assertAt(history.getFirst().path("position"), PRISON.moved(APPROACH.getFirst(), 0));
    assertThat(police.as("viewer").read("/observations/count?sensor=roof-1").path("count").asInt())
        .isEqualTo(published.size());
  }

  @Test
  void showsTheFlightOnTheStreamAsItHappens() {
    eventually(10)
        .untilAsserted(() -> {
          assertThat(tracks.events())
              .isNotEmpty()
              .allMatch(event -> event.path("serial").asText().equals(SERIAL));
          assertThat(tracks.events())
              .extracting(event -> event.path("sequence").asLong())
              .as("each state is shown once and in order")
              .isSorted()
              .doesNotHaveDuplicates();
          assertAt(
              tracks.events().getLast().path("position"), PRISON.moved(DEPARTURE.getLast(), 0));
        });
  }

  @Test
  void raisesExactlyOneAlertForTheZone() {
    assertThat(raised.path("rule").asText()).isEqualTo("zone-violation");
    assertThat(raised.path("state").asText()).isEqualTo("raised");
    assertThat(raised.path("serial").asText()).isEqualTo(SERIAL);
    assertThat(raised.path("trackId")).isEqualTo(onlyTrack().path("id"));
    assertThat(raised.path("zoneId").asText()).isEqualTo(zoneId);
    assertThat(raised.path("restriction").asText()).isEqualTo("PROHIBITED");
    assertThat(Instant.parse(raised.path("observedAt").asText()))
        .isEqualTo(published.get(APPROACH.size()));
    assertAt(raised.path("position"), PRISON.moved(CROSSING.getFirst(), 0));
    assertThat(onlyAlert().path("id")).isEqualTo(raised.path("id"));
  }

  @Test
  void tellsTheWebhookReceiverOnceAndSigned() {
    eventually(10).untilAsserted(() -> assertThat(receiver.received()).hasSize(1));
    WebhookReceiver.Received webhook = receiver.received().getFirst();
    assertThat(webhook.body().path("type").asText()).isEqualTo("alert.raised");
    assertThat(webhook.body().path("data").path("alertId")).isEqualTo(raised.path("id"));
    assertThat(receiver.refused()).isEmpty();

    eventually(10)
        .untilAsserted(() ->
            assertThat(police.admin().list("/subscriptions/" + subscriptionId + "/deliveries"))
                .singleElement()
                .satisfies(delivery -> {
                  assertThat(delivery.path("id").asText()).isEqualTo(webhook.id());
                  assertThat(delivery.path("state").asText()).isEqualTo("delivered");
                  assertThat(delivery.path("attempts").asInt()).isEqualTo(1);
                }));
  }

  @Test
  void letsADutyOfficerAcknowledge() {
    assertThat(acknowledged.path("state").asText()).isEqualTo("acknowledged");
    assertThat(acknowledged.path("acknowledgeNote").asText()).isEqualTo("seen");
    assertThat(onlyAlert().path("acknowledgedBy")).isEqualTo(acknowledged.path("acknowledgedBy"));
  }

  @Test
  void resolvesTheAlertWhenTheDroneLeaves() {
    JsonNode alert = onlyAlert();
    assertThat(alert.path("resolveReason").asText()).isEqualTo("LEFT");
    assertThat(Instant.parse(alert.path("resolvedAt").asText()))
        .isEqualTo(published.get(APPROACH.size() + CROSSING.size()));
  }

  @Test
  void showsTheLifeOfTheAlertOnTheStream() {
    eventually(10)
        .untilAsserted(() ->
            assertThat(alerts.events())
                .extracting(event -> event.path("state").asText())
                .containsSubsequence("raised", "acknowledged", "resolved"));
  }

  @Test
  void keepsARefusedMessageForItsAgency() {
    eventually(10)
        .untilAsserted(() ->
            assertThat(police.admin().list("/quarantine"))
                .singleElement()
                .satisfies(item -> assertThat(item.path("sensor").asText()).isEqualTo("roof-1")));
  }

  @Test
  void showsAnotherAgencyEmptyLists() {
    Api stranger = coastGuard.as("agency-admin", "investigator");
    for (String path :
        List.of("/tracks", "/observations", "/zones", "/alerts", "/sensors", "/quarantine")) {
      assertThat(stranger.list(path)).as(path).isEmpty();
    }
    assertThat(stranger.list("/subscriptions")).as("only its own").hasSize(1);
    assertThat(stranger.read("/observations/count").path("count").asInt()).isZero();
    assertThat(stranger.read("/observations/count?sensor=roof-1").path("count").asInt()).isZero();
  }

  @Test
  void answersAnotherAgencyAsIfNothingWereThere() {
    Api stranger = coastGuard.as("agency-admin", "investigator");
    String unknown = UUID.randomUUID().toString();
    String track = onlyTrack().path("id").asText();
    String alert = raised.path("id").asText();

    assertSameAsUnknown(stranger.get("/tracks/" + track), stranger.get("/tracks/" + unknown));
    assertSameAsUnknown(
        stranger.get("/tracks/" + track + "/history"),
        stranger.get("/tracks/" + unknown + "/history"));
    assertSameAsUnknown(stranger.get("/alerts/" + alert), stranger.get("/alerts/" + unknown));
    assertSameAsUnknown(
        stranger.post("/alerts/" + alert + "/acknowledge", "{}"),
        stranger.post("/alerts/" + unknown + "/acknowledge", "{}"));
    assertSameAsUnknown(stranger.get("/zones/" + zoneId), stranger.get("/zones/" + unknown));
    assertSameAsUnknown(stranger.delete("/zones/" + zoneId), stranger.delete("/zones/" + unknown));
    assertSameAsUnknown(stranger.get("/sensors/roof-1"), stranger.get("/sensors/roof-9"));
    assertSameAsUnknown(stranger.delete("/sensors/roof-1"), stranger.delete("/sensors/roof-9"));
    assertSameAsUnknown(
        stranger.get("/subscriptions/" + subscriptionId + "/deliveries"),
        stranger.get("/subscriptions/" + unknown + "/deliveries"));
    assertThat(police.admin().get("/zones/" + zoneId).status()).isEqualTo(200);
    assertThat(police.admin().get("/sensors/roof-1").status()).isEqualTo(200);
  }

  @Test
  void tellsAnotherAgencyNothingLive() {
    assertThat(otherTracks.events()).isEmpty();
    assertThat(otherAlerts.events()).isEmpty();
    assertThat(otherReceiver.received()).isEmpty();
    assertThat(otherReceiver.refused()).isEmpty();
  }

  @Test
  void takesMessagesOfMosquitto() throws IOException, InterruptedException {
    if (!isMosquittoInstalled()) {
      String notice = "SKIPPED: mosquitto_pub is not on the PATH; not checked: it as publisher";
      System.out.println(notice);
      Assumptions.abort(notice);
    }
    Agency.Account account = police.addSensor("roof-2", "dronescout");
    Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Path message = Files.createTempFile("dronescout-", ".json");
    Files.writeString(message, new DroneScoutMessage(SERIAL, PRISON.moved(900, 0), at).json());
    String[] mqtt = airwitness.mqttAddress().split(":");
    Process publisher =
        new ProcessBuilder(
                "mosquitto_pub",
                "-q",
                "1",
                "-h",
                mqtt[0],
                "-p",
                mqtt[1],
                "-u",
                account.username(),
                "-P",
                account.password(),
                "-t",
                "/sensor/ds-2/upload",
                "-f",
                message.toString())
            .inheritIO()
            .start();

    assertThat(publisher.waitFor()).isZero();
    eventually(10)
        .untilAsserted(
            () -> assertThat(police.as("viewer").list("/observations?sensor=roof-2")).hasSize(1));
  }

  private static boolean isMosquittoInstalled() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, "mosquitto_pub")));
  }

  private JsonNode onlyTrack() {
    List<JsonNode> all = tracksOf(police);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static void assertAt(JsonNode position, Place place) {
    assertThat(position.path("lat").asDouble()).isCloseTo(place.latDeg(), within(1e-6));
    assertThat(position.path("lon").asDouble()).isCloseTo(place.lonDeg(), within(1e-6));
  }

  private static void assertSameAsUnknown(Api.Answer answer, Api.Answer unknown) {
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer).isEqualTo(unknown);
  }
}
