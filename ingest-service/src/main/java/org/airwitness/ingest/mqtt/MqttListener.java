package org.airwitness.ingest.mqtt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.MqttWill;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.airwitness.ingest.config.IngestConfig;
import org.airwitness.ingest.core.ActivityMeter;
import org.airwitness.ingest.core.Bus;
import org.airwitness.ingest.core.Intake;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.SensorSession;
import org.airwitness.ingest.core.format.Formats;
import org.airwitness.ingest.ops.IngestMetrics;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Listens for sensors. Everything about connections happens on one event loop, so that nothing here
 * needs a lock.
 */
@ApplicationScoped
public class MqttListener {
  private static final Logger LOG = Logger.getLogger(MqttListener.class);
  private static final int HEADER_BYTES = 1024; // topic and fixed parts around the payload
  private static final int MQTT_3_1_1 = 4;
  private static final int CONNECT_LIMIT_S = 10;
  private static final int BEFORE_COUNTERS = 1;
  private static final int MAX_SESSIONS = 20_000;
  private static final Duration SESSION_MEMORY = Duration.ofMinutes(10);

  private final Context thread;
  private final MqttServer server;
  private final IngestConfig config;
  private final Authenticator authenticator;
  private final Connections connections = new Connections();
  private final Door door;
  private final Cache<SensorKey, SensorSession> sessions =
      Caffeine.newBuilder().maximumSize(MAX_SESSIONS).expireAfterAccess(SESSION_MEMORY).build();
  private volatile boolean listening;

  MqttListener(
      Vertx vertx,
      IngestConfig config,
      Authenticator authenticator,
      Intake intake,
      Bus bus,
      ActivityMeter meter,
      IngestMetrics metrics,
      InstantSource clock) {
    this.thread = vertx.getOrCreateContext();
    this.config = config;
    this.authenticator = authenticator;
    InFlight total = new InFlight(Integer.MAX_VALUE, config.maxUnacknowledgedBytesInTotal());
    this.door = new Door(thread, intake, bus, meter, metrics, clock, connections, total);
    this.server = MqttServer.create(vertx, options(config));
    metrics.watch(connections::count, total::messages, total::bytes);
  }

  private static MqttServerOptions options(IngestConfig config) {
    return new MqttServerOptions()
        .setHost(config.host())
        .setPort(config.port())
        .setMaxMessageSize(Formats.MAX_MESSAGE_BYTES + HEADER_BYTES)
        .setTimeoutOnConnect(CONNECT_LIMIT_S);
  }

  /** Begins to listen; called once the registry has been read. */
  CompletableFuture<Void> listen() {
    CompletableFuture<Void> started = new CompletableFuture<>();
    thread.runOnContext(go ->
        server
            .endpointHandler(this::onConnect)
            .exceptionHandler(failure -> door.closed(CloseReason.PROTOCOL_ERROR))
            .listen()
            .onSuccess(done -> {
              listening = true;
              LOG.infof("Sensors connect to %s:%d", config.host(), server.actualPort());
              started.complete(null);
            })
            .onFailure(started::completeExceptionally));
    return started;
  }

  private void onConnect(MqttEndpoint endpoint) {
    if (endpoint.protocolVersion() > MQTT_3_1_1) {
      refuse(
          endpoint,
          CloseReason.PROTOCOL_VERSION,
          MqttConnectReturnCode.CONNECTION_REFUSED_UNSUPPORTED_PROTOCOL_VERSION);
      return;
    }
    authenticator
        .authenticate(endpoint.auth())
        .whenComplete((sensor, failure) ->
            thread.runOnContext(go -> {
              if (failure == null) {
                admit(endpoint, sensor);
              } else {
                turnAway(endpoint, failure);
              }
            }));
  }

  private void turnAway(MqttEndpoint endpoint, Throwable failure) {
    LOG.warnf("The registry could not be read: %s", failure.getMessage());
    refuse(
        endpoint,
        CloseReason.REGISTRY_UNAVAILABLE,
        MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE);
  }

  private void admit(MqttEndpoint endpoint, Optional<Sensor> sensor) {
    if (sensor.isEmpty()) {
      refuse(
          endpoint,
          CloseReason.NOT_AUTHORIZED,
          MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
    } else {
      admit(endpoint, sensor.get());
    }
  }

  private void admit(MqttEndpoint endpoint, Sensor sensor) {
    if (!isOwnWill(endpoint.will(), sensor)) {
      refuse(
          endpoint,
          CloseReason.WILL_TOPIC,
          MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
    } else if (isFull(sensor)) {
      refuse(
          endpoint,
          CloseReason.TOO_MANY_CONNECTIONS,
          MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE);
    } else {
      open(endpoint, sensor);
    }
  }

  private void open(MqttEndpoint endpoint, Sensor sensor) {
    SensorSession session = sessions.get(sensor.key(), key -> new SensorSession());
    InFlight inFlight =
        new InFlight(config.maxUnacknowledgedMessages(), config.maxUnacknowledgedBytes());
    SensorConnection connection = new SensorConnection(endpoint, door, sensor, session, inFlight);
    connections.add(connection);
    connection.open();
  }

  /** A will may only speak of the sensor's own status. */
  private static boolean isOwnWill(@Nullable MqttWill will, Sensor sensor) {
    return will == null
        || !will.isWillFlag()
        || ("s/" + sensor.key().sensor() + "/status").equals(will.getWillTopic());
  }

  private boolean isFull(Sensor sensor) {
    return connections.count() >= config.maxConnections()
        || connections.ofAgency(sensor.key().agency()) >= config.maxConnectionsPerAgency();
  }

  private void refuse(MqttEndpoint endpoint, CloseReason reason, MqttConnectReturnCode code) {
    door.closed(reason);
    endpoint.reject(code);
  }

  /** Ends a sensor's connections at once and asks for its password anew. */
  public void revoke(SensorKey sensor) {
    authenticator.forget(sensor);
    thread.runOnContext(
        go -> connections.of(sensor).forEach(connection -> connection.close(CloseReason.REVOKED)));
  }

  /** Runs work with the open connections, on their thread. */
  void withConnections(Consumer<Connections> work) {
    thread.runOnContext(go -> work.accept(connections));
  }

  public boolean isListening() {
    return listening;
  }

  /** The port in use, which differs from the configured one when that is 0. */
  public int port() {
    return server.actualPort();
  }

  /** Ends all connections; sensors send again what was not acknowledged. */
  void stop(@Observes @Priority(BEFORE_COUNTERS) ShutdownEvent event) {
    listening = false;
    CompletableFuture<Void> closed = new CompletableFuture<>();
    thread.runOnContext(go -> {
      connections.all().forEach(connection -> connection.close(CloseReason.SHUTDOWN));
      server.close().onComplete(done -> closed.complete(null));
    });
    closed.completeOnTimeout(null, 2, TimeUnit.SECONDS).join();
  }
}
