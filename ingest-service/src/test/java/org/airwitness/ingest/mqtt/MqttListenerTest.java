package org.airwitness.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.airwitness.ingest.config.IngestConfig;
import org.airwitness.ingest.core.Activity;
import org.airwitness.ingest.core.ActivityMeter;
import org.airwitness.ingest.core.Bus;
import org.airwitness.ingest.core.Intake;
import org.airwitness.ingest.core.Password;
import org.airwitness.ingest.core.Registration;
import org.airwitness.ingest.core.Registry;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.Verdict;
import org.airwitness.ingest.core.format.Formats;
import org.airwitness.ingest.core.routing.AgencyRegions;
import org.airwitness.ingest.core.routing.Region;
import org.airwitness.ingest.ops.IngestMetrics;
import org.airwitness.ingest.testing.Drone;
import org.airwitness.ingest.testing.SensorClient;
import org.airwitness.platform.agency.AgencyId;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The listener over real TCP, before a bus that does what the test says. */
class MqttListenerTest {
  private static final SensorKey ROOF = new SensorKey(new AgencyId("police"), "roof");
  private static final Password PASSWORD = Password.generate();
  private static final Drone DRONE = Drone.named("1581F5FJD239C00DW22E");

  private final Vertx vertx = Vertx.vertx();
  private final PatientBus bus = new PatientBus();
  private final ActivityMeter meter = new ActivityMeter();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private MqttListener listener;

  /** Keeps what it is given until the test lets it go. */
  private static final class PatientBus implements Bus {
    private final List<CompletableFuture<Void>> waiting = new CopyOnWriteArrayList<>();

    @Override
    public CompletionStage<Void> publish(Verdict verdict) {
      CompletableFuture<Void> accepted = new CompletableFuture<>();
      waiting.add(accepted);
      return accepted;
    }
  }

  /** Knows one sensor. */
  private static final class OneSensor implements Registry {
    private final Registration registration =
        new Registration(
            new Sensor(ROOF, "dronescout", null, false, UUID.randomUUID()),
            Password.Hash.of(PASSWORD));

    @Override
    public CompletionStage<Optional<Registration>> find(SensorKey key) {
      return CompletableFuture.completedFuture(
          key.equals(ROOF) ? Optional.of(registration) : Optional.empty());
    }

    @Override
    public CompletionStage<Map<SensorKey, Sensor>> list(Set<AgencyId> agencies) {
      return CompletableFuture.completedFuture(Map.of(ROOF, registration.sensor()));
    }

    @Override
    public CompletionStage<Map<AgencyId, Region>> regions(Set<AgencyId> known) {
      return CompletableFuture.completedFuture(Map.of());
    }
  }

  @BeforeEach
  void listen() {
    IngestConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(IngestConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withDefaultValues(
                Map.of(
                    "airwitness.mqtt.host", "127.0.0.1",
                    "airwitness.mqtt.port", "0",
                    "airwitness.mqtt.max-unacknowledged-messages", "3"))
            .build()
            .getConfigMapping(IngestConfig.class);
    listener =
        new MqttListener(
            vertx,
            config,
            new Authenticator(new OneSensor(), config),
            new Intake(new Formats(), AgencyRegions.NONE),
            bus,
            meter,
            new IngestMetrics(metrics),
            InstantSource.system());
    listener.listen().join();
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void acknowledgesOnlyWhatTheBusHasAccepted() {
    SensorClient sensor = connect();
    int first = sensor.publish("t", DRONE.droneScoutJson(1_800_000_000_000L));
    int second = sensor.publish("t", DRONE.droneScoutJson(1_800_000_000_001L));
    eventually().until(() -> bus.waiting.size() == 2);

    bus.waiting.get(1).complete(null);

    eventually().until(() -> sensor.acknowledged().contains(second));
    assertThat(sensor.acknowledged()).doesNotContain(first);
    bus.waiting.get(0).complete(null);
    eventually().until(() -> sensor.acknowledged().contains(first));
  }

  @Test
  void endsTheConnectionWhenTheBusFails() {
    SensorClient sensor = connect();
    sensor.publish("t", DRONE.droneScoutJson(1_800_000_000_000L));
    eventually().until(() -> bus.waiting.size() == 1);

    bus.waiting.getFirst().completeExceptionally(new IllegalStateException("no broker"));

    eventually().until(sensor::isClosed);
    assertThat(sensor.acknowledged()).isEmpty();
    assertThat(meter.take()).isEmpty();
    assertThat(closed("bus-unavailable")).isEqualTo(1);
  }

  @Test
  void endsTheConnectionWhenTooMuchWaits() {
    SensorClient sensor = connect();
    for (int i = 0; i < 4; i++) {
      sensor.publish("t", DRONE.droneScoutJson(1_800_000_000_000L + i));
    }

    eventually().until(sensor::isClosed);
    assertThat(bus.waiting).hasSize(3);
    assertThat(closed("too-much-unacknowledged")).isEqualTo(1);
  }

  @Test
  void countsWhatTheBusAcceptedAfterTheSensorHadGone() {
    SensorClient sensor = connect();
    sensor.publish("t", DRONE.droneScoutJson(1_800_000_000_000L));
    eventually().until(() -> bus.waiting.size() == 1);
    sensor.close();

    bus.waiting.getFirst().complete(null);

    eventually()
        .untilAsserted(() ->
            assertThat(meter.take())
                .singleElement()
                .extracting(activity -> activity.tally().accepted())
                .isEqualTo(1));
  }

  @Test
  void takesAMessageAgainThatWasNotAcknowledged() {
    String message = DRONE.droneScoutJson(1_800_000_000_000L);
    SensorClient lost = connect();
    lost.publish("t", message);
    eventually().until(() -> bus.waiting.size() == 1);
    lost.close();

    SensorClient again = connect();
    int id = again.publish("t", message);
    eventually().until(() -> bus.waiting.size() == 2);
    bus.waiting.forEach(accepted -> accepted.complete(null));

    eventually().until(() -> again.acknowledged().contains(id));
    List<Activity> activities = meter.take();
    assertThat(activities)
        .singleElement()
        .satisfies(activity -> {
          assertThat(activity.tally().accepted()).isEqualTo(1);
          assertThat(activity.tally().duplicate()).isEqualTo(1);
          assertThat(activity.lastSeenAt()).isBeforeOrEqualTo(Instant.now());
        });
  }

  @Test
  void revokingEndsTheConnection() {
    SensorClient sensor = connect();

    listener.revoke(ROOF);

    eventually().until(sensor::isClosed);
    assertThat(closed("revoked")).isEqualTo(1);
  }

  private SensorClient connect() {
    return new SensorClient(vertx, listener.port(), ROOF.username(), PASSWORD.text()).connect();
  }

  private double closed(String reason) {
    return metrics
        .get("airwitness.ingest.connections.closed")
        .tag("reason", reason)
        .counter()
        .count();
  }

  private static ConditionFactory eventually() {
    return Awaitility.await().atMost(Duration.ofSeconds(20));
  }
}
