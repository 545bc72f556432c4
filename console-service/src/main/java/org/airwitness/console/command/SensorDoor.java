package org.airwitness.console.command;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The door of sensors: MQTT over TLS. Its certificate is not verified: whoever tests an
 * installation need not have the authority that signed it.
 */
record SensorDoor(String host, int port) {
  private static final int LIMIT_S = 30;

  /** Reads {@code host:port}. */
  static SensorDoor at(String address) {
    int colon = address.lastIndexOf(':');
    try {
      return new SensorDoor(
          address.substring(0, Math.max(0, colon)), Integer.parseInt(address.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw new CommandException("--mqtt is host:port, not '" + address + "'", e);
    }
  }

  /** Fails unless something takes connections with TLS there. */
  void requireTls() throws InterruptedException {
    run(vertx ->
        vertx
            .createNetClient(
                new NetClientOptions()
                    .setSsl(true)
                    .setTrustAll(true)
                    .setHostnameVerificationAlgorithm("")
                    .setConnectTimeout(5_000))
            .connect(port, host)
            .flatMap(socket -> socket.close()));
  }

  /** Publishes with QoS 1 and returns when it is acknowledged. */
  void publish(String username, String password, JsonObject message) throws InterruptedException {
    var sensor = message.getString("sensor");
    run(vertx -> {
      var options = new MqttClientOptions();
      options.setSsl(true).setTrustAll(true).setConnectTimeout(5_000);
      options.setHostnameVerificationAlgorithm("");
      options.setClientId(sensor).setUsername(username).setPassword(password);
      var client = MqttClient.create(vertx, options);
      Promise<Void> acknowledged = Promise.promise();
      client.publishCompletionHandler(_ -> acknowledged.tryComplete());
      client.closeHandler(_ -> acknowledged.tryFail("The connection was closed before the PUBACK"));
      return client
          .connect(port, host)
          .flatMap(_ ->
              client.publish(
                  "s/" + sensor + "/obs",
                  Buffer.buffer(message.encode()),
                  MqttQoS.AT_LEAST_ONCE,
                  false,
                  false))
          .flatMap(_ -> acknowledged.future())
          .flatMap(_ -> client.disconnect());
    });
  }

  private void run(Function<Vertx, Future<Void>> work) throws InterruptedException {
    var vertx = Vertx.vertx();
    try {
      work.apply(vertx).toCompletionStage().toCompletableFuture().get(LIMIT_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new CommandException("MQTT at %s:%d: %s".formatted(host, port, e.getCause()), e);
    } catch (TimeoutException e) {
      throw new CommandException(
          "MQTT at %s:%d does not answer within %d s".formatted(host, port, LIMIT_S), e);
    } finally {
      vertx.close();
    }
  }
}
