package org.airwitness.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.airwitness.ingest.core.Activity;
import org.airwitness.ingest.core.ActivityMeter;
import org.airwitness.ingest.testing.Drone;
import org.airwitness.ingest.testing.SensorClient;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The listener over real TCP, before a bus that does what the test says. */
class MqttListenerTest {
  private static final Drone DRONE = Drone.named("1581F5FJD239C00DW22E");

  private final OpenListener open =
      OpenListener.with(Map.of("ingest.max-unacknowledged-messages", "3"));
  private final OpenListener.PatientBus bus = open.bus;
  private final ActivityMeter meter = open.meter;

  @AfterEach
  void close() {
    open.close();
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
    assertThat(open.closed("bus-unavailable")).isEqualTo(1);
  }

  @Test
  void readsNoFurtherWhileTooMuchOfAConnectionWaits() {
    SensorClient sensor = connect();
    List<Integer> sent = publish(sensor, 0, 40);
    eventually().until(() -> bus.waiting.size() == 3);

    Awaitility.await()
        .during(Duration.ofMillis(300))
        .atMost(Duration.ofSeconds(5))
        .until(() -> bus.waiting.size() == 3);
    assertThat(sensor.isClosed()).isFalse();
    bus.open();

    eventually().until(() -> sensor.acknowledged().containsAll(sent));
    assertThat(sensor.isClosed()).isFalse();
  }

  @Test
  void aSensorThatWaitsDoesNotHoldUpAnother() {
    SensorClient flooder = connect();
    publish(flooder, 0, 40);
    eventually().until(() -> bus.waiting.size() == 3);

    SensorClient other = open.connect(OpenListener.MAST);
    int id = other.publish("t", DRONE.droneScoutJson(1_800_000_000_000L));
    eventually().until(() -> bus.waiting.size() == 4);
    bus.waiting.getLast().complete(null);

    eventually().until(() -> other.acknowledged().contains(id));
  }

  @Test
  void readsFromNobodyWhileTooMuchOfAllWaitsAndGoesOnAfterwards() {
    try (OpenListener small =
        OpenListener.with(Map.of("ingest.max-unacknowledged-messages-in-total", "4"))) {
      SensorClient roof = small.connect(OpenListener.ROOF);
      SensorClient mast = small.connect(OpenListener.MAST);
      List<Integer> ofRoof = publish(roof, 0, 20);
      List<Integer> ofMast = publish(mast, 100, 20);
      eventually().until(() -> small.bus.waiting.size() == 4);
      SensorClient late = small.connect(OpenListener.MAST);
      List<Integer> ofLate = publish(late, 200, 5);
      Awaitility.await()
          .during(Duration.ofMillis(300))
          .atMost(Duration.ofSeconds(5))
          .until(() -> small.figure("in.flight.messages") == 4);

      small.bus.open();

      eventually().until(() -> roof.acknowledged().containsAll(ofRoof));
      eventually().until(() -> mast.acknowledged().containsAll(ofMast));
      eventually().until(() -> late.acknowledged().containsAll(ofLate));
      assertThat(small.bus.waiting).hasSize(45);
      assertThat(small.figure("in.flight.bytes")).isZero();
    }
  }

  @Test
  void readsASensorNoFasterThanItMaySend() {
    try (OpenListener slow =
        OpenListener.with(
            Map.of("ingest.sensor-messages-per-second", "20", "ingest.burst", "500ms"))) {
      slow.bus.open();
      SensorClient flooder = slow.connect(OpenListener.ROOF);
      SensorClient other = slow.connect(OpenListener.MAST);
      long start = System.nanoTime();

      List<Integer> sent = publish(flooder, 0, 50); // 10 at once, 40 more take 2 s
      int id = other.publish("t", DRONE.droneScoutJson(1_800_000_000_000L));

      eventually().until(() -> other.acknowledged().contains(id));
      assertThat(flooder.acknowledged()).hasSizeLessThan(40);
      eventually().until(() -> flooder.acknowledged().containsAll(sent));
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThan(Duration.ofMillis(1800));
      assertThat(flooder.isClosed()).isFalse();
    }
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

    open.listener.revoke(OpenListener.ROOF);

    eventually().until(sensor::isClosed);
    assertThat(open.closed("revoked")).isEqualTo(1);
  }

  @Test
  void acknowledgesWhatItHasReadBeforeItEnds() {
    SensorClient sensor = connect();
    int first = sensor.publish("t", DRONE.droneScoutJson(1_800_000_000_000L));
    eventually().until(() -> bus.waiting.size() == 1);

    CompletableFuture<Void> ended =
        CompletableFuture.runAsync(() -> open.listener.stop(new ShutdownEvent()));
    eventually().until(() -> !open.listener.isListening());
    sensor.publish("t", DRONE.droneScoutJson(1_800_000_000_001L));
    Awaitility.await()
        .during(Duration.ofMillis(300))
        .atMost(Duration.ofSeconds(5))
        .until(() -> bus.waiting.size() == 1 && !ended.isDone() && !sensor.isClosed());
    bus.open();

    ended.orTimeout(5, TimeUnit.SECONDS).join();
    eventually().until(sensor::isClosed);
    assertThat(sensor.acknowledged()).containsExactly(first);
    assertThat(open.closed("shutdown")).isEqualTo(1);
  }

  @Test
  void endsWithinItsLimitWhenTheBusAcceptsNothing() {
    try (OpenListener hasty = OpenListener.with(Map.of("mqtt.drain-limit", "200ms"))) {
      SensorClient sensor = hasty.connect(OpenListener.ROOF);
      sensor.publish("t", DRONE.droneScoutJson(1_800_000_000_000L));
      eventually().until(() -> hasty.bus.waiting.size() == 1);

      hasty.listener.stop(new ShutdownEvent());

      eventually().until(sensor::isClosed);
      assertThat(sensor.acknowledged()).isEmpty();
    }
  }

  private SensorClient connect() {
    return open.connect(OpenListener.ROOF);
  }

  /** Publishes different messages; returns their packet ids. */
  private static List<Integer> publish(SensorClient sensor, int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> sensor.publish("t", DRONE.droneScoutJson(1_800_000_000_000L + i)))
        .toList();
  }

  private static ConditionFactory eventually() {
    return OpenListener.eventually();
  }
}
