package org.airwitness.standalone.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.airwitness.standalone.Usage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReplayTest {

  private static final String PASSWORD = "right";

  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();
  private final Queue<Integer> accepted = new ConcurrentLinkedQueue<>();
  private MqttServer broker;
  private int received;
  private long answerAfterMs = 1;
  private int dropAfter = Integer.MAX_VALUE;

  @BeforeEach
  void startBroker() {
    broker = MqttServer.create(vertx, new MqttServerOptions().setHost("127.0.0.1").setPort(0));
    broker.endpointHandler(this::welcome).listen().toCompletionStage().toCompletableFuture().join();
  }

  @AfterEach
  void stopBroker() {
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private void welcome(MqttEndpoint endpoint) {
    if (!endpoint.auth().getPassword().equals(PASSWORD)
        || !endpoint.auth().getUsername().equals("s-1@police")) {
      endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
      return;
    }
    endpoint.publishAutoAck(false).publishHandler(message -> take(endpoint, message));
    endpoint.accept(false);
  }

  /** Accepts, except that the connection breaks in the middle, with one PUBACK never sent. */
  private void take(MqttEndpoint endpoint, MqttPublishMessage message) {
    if (++received == dropAfter) {
      endpoint.close();
      return;
    }
    if (endpoint.isConnected()) {
      accepted.add(message.payload().toJsonObject().getJsonObject("data").getInteger("n"));
      vertx.setTimer(answerAfterMs, _ -> acknowledge(endpoint, message.messageId()));
    }
  }

  private static void acknowledge(MqttEndpoint endpoint, int messageId) {
    if (endpoint.isConnected()) {
      endpoint.publishAcknowledge(messageId);
    }
  }

  @Test
  void waitsForSlowAnswersWithoutLosingItsConnection() throws Exception {
    answerAfterMs = 200;

    var outcome = replay(recording(500));

    assertThat(outcome).isEqualTo(new Replay.Outcome(500, 500, 0));
    assertThat(accepted).containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
  }

  @Test
  void publishesEverythingInOrder() throws Exception {
    var outcome = replay(recording(500));

    assertThat(outcome).isEqualTo(new Replay.Outcome(500, 500, 0));
    assertThat(accepted).containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
  }

  @Test
  void sendsAgainWhatABrokenConnectionLeftOpen() throws Exception {
    dropAfter = 100;

    var outcome = replay(recording(300));

    assertThat(outcome.acknowledged()).isEqualTo(300);
    assertThat(outcome.reconnects()).isEqualTo(1);
    assertThat(accepted.stream().distinct())
        .containsExactlyElementsOf(IntStream.range(0, 300).boxed().toList());
  }

  @Test
  void endsWithAClearMessageWhenThePasswordIsWrong() throws Exception {
    var file = recording(10);
    var address = new SensorAddress("127.0.0.1", broker.actualPort(), "s-1", "police", "wrong");

    assertThatThrownBy(
            () -> new Replay(vertx, address).run(file, RecordingFormat.DRONESCOUT, 1_000))
        .isInstanceOf(Usage.class)
        .hasMessageContaining("s-1@police")
        .hasMessageContaining("NOT_AUTHORIZED")
        .hasMessageNotContaining("wrong");
  }

  @Test
  void nothingWaitsForAnAnswerAfterTheRefusal() throws Exception {
    var address = new SensorAddress("127.0.0.1", broker.actualPort(), "s-1", "police", "wrong");
    try (var connection = new SensorConnection(vertx, address)) {
      assertThat(connection.refused().toCompletionStage())
          .failsWithin(Duration.ofSeconds(30))
          .withThrowableThat()
          .withMessageContaining("NOT_AUTHORIZED");
      assertThat(connection.publish("t", Buffer.buffer("x")).toCompletionStage())
          .failsWithin(Duration.ofSeconds(30))
          .withThrowableThat()
          .withMessageContaining("NOT_AUTHORIZED");
    }
  }

  @Test
  void keepsRecordedPace() throws Exception {
    long start = System.nanoTime();

    replay(recording(11), 1); // 10 ms apart

    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(100_000_000L);
  }

  @Test
  void refusesFileThatIsNoRecording() throws Exception {
    var file = Files.writeString(directory.resolve("broken"), "{\"data\":");

    assertThatThrownBy(() -> replay(file)).isInstanceOf(Usage.class).hasMessageContaining("broken");
  }

  private Replay.Outcome replay(Path file) throws InterruptedException {
    return replay(file, Double.POSITIVE_INFINITY);
  }

  private Replay.Outcome replay(Path file, double speed) throws InterruptedException {
    var address = new SensorAddress("127.0.0.1", broker.actualPort(), "s-1", "police", PASSWORD);
    return new Replay(vertx, address).run(file, RecordingFormat.DRONESCOUT, speed);
  }

  private Path recording(int messages) throws IOException {
    var text =
        IntStream.range(0, messages)
            .mapToObj(n -> "{\"data\":{\"n\":%d,\"timestamp\":%d}}".formatted(n, 10 * n))
            .collect(Collectors.joining("\n"));
    return Files.writeString(directory.resolve("recording"), text);
  }
}
