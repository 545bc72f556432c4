package org.airwitness.ingest.mqtt;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.airwitness.ingest.config.DoorConfig;
import org.airwitness.ingest.config.ListenerConfig;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.format.Formats;
import org.airwitness.ingest.door.Authenticator;
import org.airwitness.ingest.door.Door;
import org.airwitness.ingest.door.InFlight;
import org.airwitness.ingest.ops.IngestMetrics;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Listens for sensors. Everything about connections happens on the door's event loop, so that
 * nothing here needs a lock.
 */
@ApplicationScoped
public class MqttListener {
  private static final Logger LOG = Logger.getLogger(MqttListener.class);
  private static final int HEADER_BYTES = 1024; // topic and fixed parts around the payload
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final int BEFORE_COUNTERS = 1;

  private final Vertx vertx;
  private final Context thread;
  private final NetServer server;
  private final ListenerConfig config;
  private final DoorConfig limits;
  private final Authenticator authenticator;
  private final Door door;
  private final IngestMetrics metrics;
  private final Connections connections = new Connections();
  private final HeldConnections held;
  private final Events events = new Events();
  private final Reception reception = new Reception();
  private volatile boolean listening;

  MqttListener(
      Vertx vertx,
      ListenerConfig config,
      DoorConfig limits,
      Authenticator authenticator,
      Door door,
      IngestMetrics metrics) {
    this.vertx = vertx;
    this.thread = door.thread();
    this.config = config;
    this.limits = limits;
    this.authenticator = authenticator;
    this.door = door;
    this.metrics = metrics;
    this.server = vertx.createNetServer(options(config));
    metrics.watchConnections(connections::count);
    this.held = new HeldConnections(connections, door);
    door.add(held);
  }

  private static NetServerOptions options(ListenerConfig config) {
    return new NetServerOptions()
        .setHost(config.host())
        .setPort(config.port())
        .setTcpKeepAlive(true);
  }

  /** Begins to listen; called once the registry has been read. */
  CompletableFuture<Void> listen() {
    CompletableFuture<Void> started = new CompletableFuture<>();
    thread.runOnContext(go ->
        server
            .connectHandler(this::onSocket)
            .listen()
            .onSuccess(done -> {
              listening = true;
              door.open();
              LOG.infof("Sensors connect to %s:%d", config.host(), server.actualPort());
              started.complete(null);
            })
            .onFailure(started::completeExceptionally));
    return started;
  }

  private void onSocket(NetSocket socket) {
    var signIn = new SignIn(new MqttLink(socket, maxPacketBytes()), reception);
    signIn.open();
    events.later(CONNECT_LIMIT, signIn::closeIfWaiting);
  }

  private int maxPacketBytes() {
    return Math.min(limits.maxMessageBytes(), Formats.MAX_MESSAGE_BYTES) + HEADER_BYTES;
  }

  /** Decides who comes in. */
  private final class Reception implements SignIn.Desk {
    @Override
    public CompletionStage<Optional<Sensor>> check(
        @Nullable String username, @Nullable String password) {
      CompletableFuture<Optional<Sensor>> checked = new CompletableFuture<>();
      authenticator
          .authenticate(username, password)
          .whenComplete((sensor, failure) ->
              thread.runOnContext(go -> {
                if (failure == null) {
                  checked.complete(sensor);
                } else {
                  LOG.warnf("The registry could not be read: %s", failure.getMessage());
                  checked.completeExceptionally(failure);
                }
              }));
      return checked;
    }

    @Override
    public @Nullable CloseReason refusal(Sensor sensor, SensorConnection.Client client) {
      return isFull(sensor) && !connections.has(sensor.key(), client.id())
          ? CloseReason.TOO_MANY_CONNECTIONS
          : null;
    }

    @Override
    public void admit(MqttLink link, Sensor sensor, SensorConnection.Client client) {
      var inFlight =
          new InFlight(limits.maxUnacknowledgedMessages(), limits.maxUnacknowledgedBytes());
      var connection = new SensorConnection(link, door, events, sensor, client, inFlight);
      connections.add(connection);
      held.enter(connection);
      connection.open();
    }

    @Override
    public void onRefusal(CloseReason reason) {
      metrics.closed(reason.code());
    }
  }

  /** Hears of connections. */
  private final class Events implements SensorConnection.Events {
    @Override
    public void onClose(SensorConnection connection, CloseReason reason) {
      metrics.closed(reason.code());
    }

    @Override
    public void onEnd(SensorConnection connection) {
      connections.remove(connection);
      held.leave(connection);
    }

    @Override
    public void later(Duration delay, Runnable work) {
      long millis = Math.max(1, delay.toMillis());
      vertx.setTimer(millis, timer -> thread.runOnContext(go -> work.run()));
    }

    @Override
    public void onReceiptLeft() {
      metrics.leftReceipt();
    }
  }

  private boolean isFull(Sensor sensor) {
    return connections.count() >= limits.maxConnections()
        || connections.ofAgency(sensor.key().agency()) >= limits.maxConnectionsPerAgency()
        || connections.ofSensor(sensor.key()) >= limits.maxConnectionsPerSensor();
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
