package org.airwitness.alert;

import static org.airwitness.alert.Service.admin;
import static org.airwitness.alert.Service.subscribe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.platform.testing.Engines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What receivers get when something is in the way. */
@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "alert"))
class DeliveryIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Inject AgencyDatabase database;

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
  void deliversLaterWithTheSameIdWhenTheReceiverWasDown() {
    int port;
    try (var gone = Receiver.start()) {
      port = gone.port();
    }
    String subscription = subscribe(agency, "http://127.0.0.1:" + port + "/hook").path("id");
    raise();
    await()
        .atMost(LIMIT)
        .until(() -> "the connection was refused".equals(first(subscription, "lastError")));
    JsonPath pending = deliveries(subscription);
    assertThat(pending.getString("items[0].state")).isEqualTo("pending");
    assertThat(Instant.parse(pending.getString("items[0].nextAttemptAt")))
        .isBetween(
            Instant.parse(pending.getString("items[0].lastAttemptAt")).plusMillis(4500),
            Instant.parse(pending.getString("items[0].lastAttemptAt")).plusMillis(5501));
    try (var receiver = Receiver.start(port)) {
      await().atMost(LIMIT).until(() -> "delivered".equals(first(subscription, "state")));
      assertThat(receiver.calls()).hasSize(1);
      assertThat(receiver.calls().getFirst().header("webhook-id"))
          .isEqualTo(first(subscription, "id"));
      admin(agency)
          .get("/api/v1/subscriptions/{id}/deliveries", subscription)
          .then()
          .body("items[0].attempts", equalTo(2))
          .body("items[0].lastStatus", equalTo(204))
          .body("items[0].lastError", nullValue())
          .body("items[0].nextAttemptAt", nullValue())
          .body("items[0].deliveredAt", notNullValue());
    }
  }

  @Test
  void sendsTheSameBytesUnderTheSameIdUntilAccepted() {
    try (var receiver = Receiver.start().answering(500)) {
      String subscription = subscribe(agency, receiver.url()).path("id");
      raise();
      await().untilAsserted(() -> assertThat(receiver.calls()).hasSize(1));
      receiver.answering(200);
      await().atMost(LIMIT).until(() -> "delivered".equals(first(subscription, "state")));
      assertThat(receiver.calls()).hasSize(2);
      var attempts = receiver.calls();
      assertThat(attempts.get(1).header("webhook-id"))
          .isEqualTo(attempts.get(0).header("webhook-id"));
      assertThat(attempts.get(1).body()).isEqualTo(attempts.get(0).body());
    }
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() {
    try (var receiver = Receiver.start().answering(429, Map.of("Retry-After", "100"))) {
      String subscription = subscribe(agency, receiver.url()).path("id");
      raise();
      await().until(() -> deliveries(subscription).get("items[0].lastStatus") != null);
      JsonPath delivery = deliveries(subscription);
      assertThat(delivery.getInt("items[0].lastStatus")).isEqualTo(429);
      assertThat(Instant.parse(delivery.getString("items[0].nextAttemptAt")))
          .isEqualTo(Instant.parse(delivery.getString("items[0].lastAttemptAt")).plusSeconds(100));
    }
  }

  @Test
  void endsASubscriptionWhoseReceiverIsGone() {
    try (var receiver = Receiver.start().answering(500)) {
      String subscription = subscribe(agency, receiver.url()).path("id");
      raise();
      await().untilAsserted(() -> assertThat(receiver.calls()).hasSize(1));
      receiver.answering(410);
      raise();
      await().until(() -> "disabled".equals(state(subscription)));
      assertThat(deliveries(subscription).<String>getList("items.state"))
          .containsExactly("failed", "failed");
      assertThat(receiver.calls()).hasSize(2);
      raise();
      assertThat(deliveries(subscription).getList("items")).hasSize(2);
    }
  }

  @Test
  void givesUpAfterTheLastAttempt() {
    try (var receiver = Receiver.start().answering(503)) {
      String subscription = subscribe(agency, receiver.url()).path("id");
      raise();
      await().until(() -> deliveries(subscription).get("items[0].lastStatus") != null);
      inAgency("update delivery_outbox set attempts = 9, due_at = now() where agency_id = $1");
      await().atMost(LIMIT).until(() -> "failed".equals(first(subscription, "state")));
      JsonPath delivery = deliveries(subscription);
      assertThat(delivery.getInt("items[0].attempts")).isEqualTo(10);
      assertThat(delivery.getInt("items[0].lastStatus")).isEqualTo(503);
      assertThat(delivery.getString("items[0].nextAttemptAt")).isNull();
    }
  }

  @Test
  void triesAgainWhatAKilledInstanceHadClaimed() {
    try (var receiver = Receiver.start().answering(500)) {
      String subscription = subscribe(agency, receiver.url()).path("id");
      raise();
      await().until(() -> deliveries(subscription).get("items[0].lastStatus") != null);
      receiver.answering(200);
      inAgency("update delivery_outbox set leased = true, due_at = now() where agency_id = $1");
      await().atMost(LIMIT).until(() -> "delivered".equals(first(subscription, "state")));
      assertThat(receiver.calls().get(1).header("webhook-id"))
          .isEqualTo(receiver.calls().get(0).header("webhook-id"));
    }
  }

  @Test
  void doesNotLetASlowReceiverHoldUpAnother() {
    try (var slow = new SlowReceiver();
        var quick = Receiver.start()) {
      subscribe(agency, slow.url());
      subscribe(agency, quick.url());
      IntStream.range(0, 12).forEach(i -> raise());
      await().untilAsserted(() -> assertThat(quick.calls()).hasSize(12));
      assertThat(slow.connections()).isEqualTo(4);
    }
  }

  @Test
  void checksTheAddressAgainAtEveryAttempt() {
    String subscription = subscribe(agency, "http://127.0.0.1:9/hook").path("id");
    inAgency("update subscription set url = 'http://169.254.169.254/' where agency_id = $1");
    raise();
    await()
        .atMost(LIMIT)
        .until(() ->
            "The URL's host is not one that can be used".equals(first(subscription, "lastError")));
    assertThat(first(subscription, "state")).isEqualTo("pending");
  }

  private UUID raise() {
    var stay = new WireEvents(agency);
    service.publish(stay.enter());
    await().until(() -> Service.alert(agency, stay.alertId()).statusCode() == 200);
    return stay.alertId();
  }

  private String state(String subscription) {
    return admin(agency).get("/api/v1/subscriptions/{id}", subscription).path("state");
  }

  private String first(String subscription, String field) {
    return deliveries(subscription).getString("items[0]." + field);
  }

  private JsonPath deliveries(String subscription) {
    return admin(agency).get("/api/v1/subscriptions/{id}/deliveries", subscription).jsonPath();
  }

  private void inAgency(String sql) {
    database
        .inAgency(
            new AgencyId(agency),
            connection -> connection.preparedQuery(sql).execute(Tuple.of(agency)))
        .await()
        .atMost(LIMIT);
  }
}
