package org.airwitness.alert;

import static org.airwitness.alert.Service.alert;
import static org.airwitness.alert.Service.as;
import static org.airwitness.alert.Service.subscribe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.standardwebhooks.Webhook;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.airwitness.alert.messaging.ZoneEventConsumer;
import org.airwitness.contract.Topics;
import org.airwitness.contract.v1.Restriction;
import org.airwitness.contract.v1.ZoneEvent;
import org.airwitness.contract.v1.ZoneExitReason;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.BusPositions;
import org.airwitness.platform.testing.Engines;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a zone event on the bus to the API, the stream and a receiver. */
@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "alert"))
class AlertFlowIT {
  @Inject ZoneEventConsumer consumer;
  @Inject BusPositions positions;

  private final String agency = Service.newAgency();
  private Service service;

  @BeforeEach
  void open() {
    service = new Service();
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void raisesMovesAndResolvesAnAlert() {
    var stay = new WireEvents(agency);
    service.publish(stay.enter());
    awaitState(stay, "raised");
    service.publish(stay.inside(3), stay.exit(5));
    awaitState(stay, "resolved");
    alert(agency, stay.alertId())
        .then()
        .body("rule", equalTo("zone-violation"))
        .body("severity", equalTo("critical"))
        .body("serial", equalTo(WireEvents.SERIAL))
        .body("droneId", equalTo("serial:" + WireEvents.SERIAL))
        .body("trackId", equalTo(stay.trackId().toString()))
        .body("zoneId", equalTo(stay.zoneId().toString()))
        .body("zoneName", equalTo("Prison \"North\""))
        .body("restriction", equalTo("PROHIBITED"))
        .body("verticalVerdict", equalTo("IN"))
        .body("position.lat", equalTo(52.0f))
        .body("observedAt", equalTo("2026-03-01T12:00:00Z"))
        .body("raisedAt", equalTo("2026-03-01T12:00:00Z"))
        .body("lastObservedAt", equalTo("2026-03-01T12:00:05Z"))
        .body("resolvedAt", equalTo("2026-03-01T12:00:05Z"))
        .body("resolveReason", equalTo("LEFT"))
        .body("sequence", equalTo(3))
        .body("acknowledgedAt", nullValue());
  }

  @Test
  void raisesOneAlertForAZoneThatAppliesForAWhileAroundADrone() {
    var stay = new WireEvents(agency);
    service.publish(
        stay.approaching(-20),
        stay.activated(),
        stay.inside(10),
        stay.deactivated(15),
        stay.cleared(15, ZoneExitReason.ZONE_EXIT_REASON_ZONE_INACTIVE));
    awaitState(stay, "resolved");
    alert(agency, stay.alertId())
        .then()
        .body("raisedAt", equalTo("2026-03-01T12:00:00Z"))
        .body("resolveReason", equalTo("ZONE_INACTIVE"))
        .body("sequence", equalTo(3));
  }

  @Test
  void raisesAndResolvesAnAlertForACrossing() {
    var crossing = new WireEvents(agency);
    service.publish(
        crossing.cross(3), crossing.cleared(6, ZoneExitReason.ZONE_EXIT_REASON_RECEDED));
    awaitState(crossing, "resolved");
    alert(agency, crossing.alertId())
        .then()
        .body("raisedAt", equalTo("2026-03-01T12:00:03Z"))
        .body("resolvedAt", equalTo("2026-03-01T12:00:03.400Z"))
        .body("verticalVerdict", equalTo("UNKNOWN"))
        .body("sequence", equalTo(2));
  }

  @Test
  void tellsTheReceiverOnceAndSignsForIt() throws Exception {
    try (var receiver = Receiver.start()) {
      String secret = subscribe(agency, receiver.url()).path("secret");
      var stay = new WireEvents(agency).in(Restriction.RESTRICTION_REQ_AUTHORISATION);
      service.publish(stay.enter(), stay.inside(1));
      await().untilAsserted(() -> assertThat(receiver.calls()).hasSize(1));
      var call = receiver.calls().getFirst();
      new Webhook(secret).verify(call.body(), HttpHeaders.of(call.headers(), (n, v) -> true));
      assertThat(call.body())
          .contains("\"type\":\"alert.raised\"", stay.alertId().toString(), "Prison \\\"North\\\"")
          .doesNotContain(WireEvents.SERIAL);
      assertThat(call.header("webhook-id")).doesNotContain(".");
      assertThat(call.header("content-type")).isEqualTo("application/json");
    }
  }

  @Test
  void doublesNothingWhenEventsComeAgain() {
    try (var receiver = Receiver.start()) {
      subscribe(agency, receiver.url());
      var stay = new WireEvents(agency);
      service.publish(stay.enter(), stay.inside(1), stay.exit(2));
      awaitState(stay, "resolved");
      service.publish(stay.enter(), stay.inside(1), stay.exit(2));
      var next = new WireEvents(agency);
      service.publish(next.enter());
      awaitState(next, "raised");
      alert(agency, stay.alertId()).then().body("sequence", equalTo(3));
      await().untilAsserted(() -> assertThat(receiver.calls()).hasSize(3));
      assertThat(receiver.calls().stream().map(call -> call.header("webhook-id")).distinct())
          .hasSize(3);
    }
  }

  @Test
  void appliesABatchOnceAndRemembersWhereItEnded() {
    var stay = new WireEvents(agency);
    var partition = new TopicPartition(Topics.ZONE_EVENTS, 77);
    var batch = batch(partition, 40, stay.enter(), stay.inside(2));
    consumer.consume(batch).await().atMost(Duration.ofSeconds(20));
    consumer.consume(batch).await().atMost(Duration.ofSeconds(20));
    alert(agency, stay.alertId()).then().body("sequence", equalTo(2));
    var position = positions.find("zone-events", partition).await().atMost(Duration.ofSeconds(20));
    assertThat(position).hasValue(new BusPositions.BusPosition(42, Set.of(new AgencyId(agency))));
  }

  private static ConsumerRecords<String, ZoneEvent> batch(
      TopicPartition partition, long offset, ZoneEvent... events) {
    List<ConsumerRecord<String, ZoneEvent>> records = new ArrayList<>();
    for (ZoneEvent event : events) {
      records.add(
          new ConsumerRecord<>(
              partition.topic(),
              partition.partition(),
              offset + records.size(),
              event.getAgencyId(),
              event));
    }
    return new ConsumerRecords<>(Map.of(partition, records), Map.of());
  }

  @Test
  void goesOnAfterARecordNobodyCanRead() {
    service.publishRaw(agency, new byte[] {(byte) 0xff, 1, 2});
    var foreign = new WireEvents(Service.newAgency()).enter();
    service.publishRaw(agency, foreign.toByteArray());
    var stay = new WireEvents(agency);
    service.publish(stay.enter());
    awaitState(stay, "raised");
    assertThat(as(agency, "viewer").get("/api/v1/alerts").<List<?>>path("items")).hasSize(1);
  }

  @Test
  void raisesNothingInAConditionalZone() {
    var conditional = new WireEvents(agency).in(Restriction.RESTRICTION_CONDITIONAL);
    var prohibited = new WireEvents(agency);
    service.publish(conditional.enter(), prohibited.enter());
    awaitState(prohibited, "raised");
    alert(agency, conditional.alertId()).then().statusCode(404);
  }

  private void awaitState(WireEvents stay, String state) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            alert(agency, stay.alertId()).then().statusCode(200).body("state", equalTo(state)));
  }
}
