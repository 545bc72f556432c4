package org.airwitness.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.airwitness.ingest.testing.SensorClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryWatchTest {
  private OpenListener open;

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void aLookIsOverOnlyWhenOpenConnectionsHaveBeenTold() throws Exception {
    open = OpenListener.with(Map.of("mqtt.registry-refresh", "1h"));
    SensorClient sensor = open.connect(OpenListener.ROOF);
    CountDownLatch busy = new CountDownLatch(1);
    open.beforeEachRead(() -> open.listener.withConnections(connections -> await(busy)));
    open.remove(OpenListener.ROOF);

    CompletableFuture<Void> look = open.watch.lookNow().toCompletableFuture();

    Awaitility.await()
        .during(Duration.ofMillis(300))
        .atMost(Duration.ofSeconds(5))
        .until(() -> !look.isDone());
    assertThat(open.closed("revoked")).isZero();
    busy.countDown();
    look.get(10, TimeUnit.SECONDS);
    assertThat(open.closed("revoked")).isEqualTo(1);
    OpenListener.eventually().until(sensor::isClosed);
  }

  /** A database may take a question and never answer: its host died, say. */
  @Test
  void looksAgainAfterALookThatHadNoAnswer() throws Exception {
    open = OpenListener.with(Map.of("mqtt.registry-refresh", "50ms"));
    SensorClient sensor = open.connect(OpenListener.ROOF);
    CountDownLatch asked = new CountDownLatch(1);
    open.silenceRegistry(true);
    open.beforeEachRead(asked::countDown);
    await(asked);
    open.remove(OpenListener.ROOF);
    open.silenceRegistry(false);

    OpenListener.eventually().until(sensor::isClosed);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
