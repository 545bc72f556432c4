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
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
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

  private static final Logger LOG = Logger.getLogger(SensorConnection.class.getName());
  private static final int WINDOW = 64;
  private static final long FIRST_RETRY_MS = 200;
  private static final long LONGEST_RETRY_MS = 5_000;

  private record Message(String topic, Buffer payload, Promise<Void> done) {}

  private final Vertx vertx;
  private final Context context;
  private final SensorAddress address;
  private final String clientId;
  private final Deque<Message> waiting = new ArrayDeque<>();
  private final Promise<Void> refused = Promise.promise();
  private @Nullable Link link;
  private boolean closed;
  private long retryMs = FIRST_RETRY_MS;
  private volatile int reconnects;

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

  /**
   * Publishes with QoS 1; done when the PUBACK came, on whichever connection. Fails when the
   * credentials are refused, or were.
   */
  public Future<Void> publish(String topic, Buffer payload) {
    var message = new Message(topic, payload, Promise.promise());
    context.runOnContext(_ -> {
      if (refused().failed()) {
        message.done().fail(refused().cause());
        return;
      }
      waiting.addLast(message);
      sendWaiting();
    });
    return message.done().future();
  }

  private void connect() {
    if (closed) {
      return;
    }
    var attempt = new Link(MqttClient.create(vertx, options()));
    link = attempt;
    attempt.client.publishCompletionHandler(attempt::acknowledged);
    attempt.client.closeHandler(_ -> lost(attempt));
    attempt
        .client
        .connect(address.port(), address.host())
        .onSuccess(_ -> opened(attempt))
        .onFailure(e -> failed(attempt, e));
  }

  private MqttClientOptions options() {
    var options = new MqttClientOptions();
    options.setConnectTimeout(5_000);
    return options
        .setClientId(clientId)
        .setUsername(address.username())
        .setPassword(address.password())
        .setCleanSession(true)
        .setAutoKeepAlive(true)
        .setKeepAliveInterval(20)
        .setMaxInflightQueue(WINDOW)
        .setMaxMessageSize(1 << 20)
        .setAckTimeout(-1);
  }

  private void opened(Link attempt) {
    attempt.open = true;
    retryMs = FIRST_RETRY_MS;
    sendWaiting();
  }

  private void failed(Link attempt, Throwable cause) {
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
  private void lost(Link old) {
    if (closed || link != old) {
      return;
    }
    link = null;
    List.copyOf(old.unacknowledged).reversed().forEach(waiting::addFirst);
    reconnects++;
    vertx.setTimer(retryMs, _ -> connect());
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
  }

  private void sendWaiting() {
    var current = link;
    while (current != null && current == link && current.hasRoom() && !waiting.isEmpty()) {
      current.send(waiting.removeFirst());
    }
  }

  /** One connection, and what was sent on it. */
  private final class Link {

    private final MqttClient client;

    /** In the order of sending. */
    private final Set<Message> unacknowledged = new LinkedHashSet<>();

    private final Map<Integer, Message> byPacketId = new HashMap<>();
    private final Set<Integer> answeredEarly = new HashSet<>();
    private boolean open;

    Link(MqttClient client) {
      this.client = client;
    }

    boolean hasRoom() {
      return open && unacknowledged.size() < WINDOW;
    }

    void send(Message message) {
      unacknowledged.add(message);
      client
          .publish(message.topic(), message.payload(), MqttQoS.AT_LEAST_ONCE, false, false)
          .onSuccess(packetId -> sent(packetId, message))
          .onFailure(_ -> abandon());
    }

    /** The packet id is only known now, perhaps after the answer. */
    private void sent(Integer packetId, Message message) {
      byPacketId.put(packetId, message);
      if (answeredEarly.remove(packetId)) {
        acknowledged(packetId);
      }
    }

    private void acknowledged(Integer packetId) {
      var message = byPacketId.remove(packetId);
      if (message == null) {
        answeredEarly.add(packetId);
        return;
      }
      unacknowledged.remove(message);
      message.done().tryComplete();
      sendWaiting();
    }

    private void abandon() {
      lost(this);
      client.disconnect();
    }
  }

  /** Disconnects; what is not acknowledged by then stays unsent. */
  @Override
  public void close() {
    var done = Promise.<Void>promise();
    context.runOnContext(_ -> {
      closed = true;
      if (link != null && link.open) {
        link.client.disconnect().onComplete(_ -> done.complete());
      } else {
        done.complete();
      }
    });
    try {
      done.future().toCompletionStage().toCompletableFuture().get(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.FINE, e, () -> "Nobody to say goodbye to at " + address);
    }
  }
}
