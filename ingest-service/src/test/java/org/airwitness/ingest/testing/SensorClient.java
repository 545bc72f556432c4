package org.airwitness.ingest.testing;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A sensor over real TCP and MQTT. */
public final class SensorClient implements AutoCloseable {
  private static final long LIMIT_S = 15;

  private final MqttClient client;
  private final int port;
  private final List<Integer> acknowledged = new CopyOnWriteArrayList<>();
  private final List<JsonObject> received = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  public SensorClient(Vertx vertx, int port, String username, String password) {
    this.port = port;
    this.client =
        MqttClient.create(
            vertx,
            new MqttClientOptions()
                .setUsername(username)
                .setPassword(password)
                .setMaxMessageSize(400_000)
                .setMaxInflightQueue(1000)
                .setAutoKeepAlive(false));
    client.publishCompletionHandler(acknowledged::add);
    client.publishHandler(message -> received.add(message.payload().toJsonObject()));
    client.closeHandler(end -> closed = true);
    client.exceptionHandler(failure -> {});
  }

  public SensorClient connect() {
    await(client.connect(port, "127.0.0.1"));
    return this;
  }

  /** Sends with QoS 1 and returns the packet id. */
  public int publish(String topic, String payload) {
    return publish(topic, payload, MqttQoS.AT_LEAST_ONCE, false);
  }

  public int publish(String topic, String payload, MqttQoS qos, boolean retain) {
    return await(client.publish(topic, Buffer.buffer(payload), qos, false, retain));
  }

  /** Asks for a topic and returns the granted code, 128 for a refusal. */
  public int subscribe(String topic) {
    var granted = new java.util.concurrent.CompletableFuture<Integer>();
    client.subscribeCompletionHandler(ack -> granted.complete(ack.grantedQoSLevels().getFirst()));
    await(client.subscribe(topic, 1));
    return granted.orTimeout(LIMIT_S, TimeUnit.SECONDS).join();
  }

  /** Packet ids that were acknowledged so far. */
  public List<Integer> acknowledged() {
    return acknowledged;
  }

  /** What was sent to this sensor so far. */
  public List<JsonObject> received() {
    return received;
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    if (client.isConnected()) {
      client.disconnect();
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(LIMIT_S, TimeUnit.SECONDS)
          .join();
    } catch (CompletionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    }
  }
}
