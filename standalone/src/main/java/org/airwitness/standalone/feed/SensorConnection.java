package org.airwitness.standalone.feed;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import io.vertx.mqtt.MqttConnectionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.airwitness.standalone.Usage;
import org.jspecify.annotations.Nullable;

/**
 * The MQTT 3.1.1 connection of one sensor. A message is done when its PUBACK came; what is not done
 * when the connection breaks is sent again, in order, on the next one. So every message arrives at
 * least once however often that happens.
 *
 * <p>All state belongs to one event loop. Callers bound what they hand in by waiting for the
 * futures.
 */
public final class SensorConnection implements AutoCloseable {

  private static final int WINDOW = 64;
  private static final long FIRST_RETRY_MS = 200;
  private static final long LONGEST_RETRY_MS = 5_000;

  private record Message(String topic, Buffer payload, Promise<Void> done) {}

  private final Vertx vertx;
  private final Context context;
  private final SensorAddress address;
  private final String clientId;
  private final Deque<Message> waiting = new ArrayDeque<>();
  private final Map<Integer, Message> unacknowledged = new LinkedHashMap<>();
  private final Promise<Void> refused = Promise.promise();
  private @Nullable MqttClient client;
  private boolean connected;
  private boolean closed;
  private long retryMs = FIRST_RETRY_MS;
  private int reconnects;

  public SensorConnection(Vertx vertx, SensorAddress address) {
    this.vertx = vertx;
    this.address = address;
    this.context = vertx.getOrCreateContext();
    this.clientId = address.sensor() + "-" + UUID.randomUUID().toString().substring(0, 8);
    context.runOnContext(_ -> connect());
  }

  /** Fails when the credentials are refused; reconnecting would not help. */
  public Future<Void> refused() {
    return refused.future();
  }

  /** How often the connection was made again. */
  public int reconnects() {
    return reconnects;
  }

  /** Publishes with QoS 1; done when the PUBACK came, on whichever connection. */
  public Future<Void> publish(String topic, Buffer payload) {
    var message = new Message(topic, payload, Promise.promise());
    context.runOnContext(_ -> {
      waiting.addLast(message);
      sendWaiting();
    });
    return message.done().future();
  }

  private void connect() {
    if (closed) {
      return;
    }
    var options =
        new MqttClientOptions()
            .setClientId(clientId)
            .setUsername(address.username())
            .setPassword(address.password())
            .setCleanSession(true)
            .setAutoKeepAlive(true)
            .setKeepAliveInterval(20)
            .setMaxInflightQueue(WINDOW)
            .setMaxMessageSize(1 << 20)
            .setAckTimeout(-1);
    options.setConnectTimeout(5_000);
    var attempt = MqttClient.create(vertx, options);
    client = attempt;
    attempt.publishCompletionHandler(this::acknowledge);
    attempt.closeHandler(_ -> lost(attempt));
    attempt
        .connect(address.port(), address.host())
        .onSuccess(_ -> opened())
        .onFailure(e -> failed(attempt, e));
  }

  private void opened() {
    connected = true;
    retryMs = FIRST_RETRY_MS;
    sendWaiting();
  }

  private void failed(MqttClient attempt, Throwable cause) {
    if (cause instanceof MqttConnectionException answer && isFinal(answer.code())) {
      closed = true;
      var refusal = new Usage("%s was refused: %s".formatted(address, answer.code()), cause);
      refused.tryFail(refusal);
      waiting.forEach(message -> message.done().tryFail(refusal));
      waiting.clear();
    } else {
      lost(attempt);
    }
  }

  private static boolean isFinal(MqttConnectReturnCode code) {
    return switch (code) {
      case CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD,
          CONNECTION_REFUSED_NOT_AUTHORIZED,
          CONNECTION_REFUSED_IDENTIFIER_REJECTED ->
          true;
      default -> false;
    };
  }

  /** Puts everything without a PUBACK back in front, and tries again after a while. */
  private void lost(MqttClient attempt) {
    if (closed || client != attempt) {
      return;
    }
    client = null;
    connected = false;
    var again = new ArrayList<>(unacknowledged.values());
    unacknowledged.clear();
    again.reversed().forEach(waiting::addFirst);
    reconnects++;
    vertx.setTimer(retryMs, _ -> connect());
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
  }

  private void sendWaiting() {
    while (connected && client != null && unacknowledged.size() < WINDOW && !waiting.isEmpty()) {
      send(client, waiting.removeFirst());
    }
  }

  private void send(MqttClient current, Message message) {
    // The packet id is known when the future completes, which it does before any answer is read.
    current
        .publish(message.topic(), message.payload(), MqttQoS.AT_LEAST_ONCE, false, false)
        .onSuccess(id -> unacknowledged.put(id, message))
        .onFailure(_ -> unsent(current, message));
  }

  private void unsent(MqttClient current, Message message) {
    waiting.addFirst(message);
    lost(current);
    current.disconnect();
  }

  private void acknowledge(Integer packetId) {
    var message = unacknowledged.remove(packetId);
    if (message != null) {
      message.done().complete();
    }
    sendWaiting();
  }

  /** Disconnects; what is not acknowledged by then stays unsent. */
  @Override
  public void close() {
    var done = Promise.<Void>promise();
    context.runOnContext(_ -> {
      closed = true;
      if (client != null && connected) {
        client.disconnect().onComplete(_ -> done.complete());
      } else {
        done.complete();
      }
    });
    try {
      done.future().toCompletionStage().toCompletableFuture().get(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      // The other side is gone; there is nobody to say goodbye to.
    }
  }
}
