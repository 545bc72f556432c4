package org.airwitness.ingest.mqtt;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SSLOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.airwitness.ingest.config.DoorConfig;
import org.airwitness.ingest.config.ListenerConfig;
import org.airwitness.ingest.core.Registration.SignedIn;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.format.Formats;
import org.airwitness.ingest.door.Authenticator;
import org.airwitness.ingest.door.Credentials;
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
  private static final long DRAIN_LOOK_MS = 10;
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
  private static final int BEFORE_COUNTERS = 1;

  private final Vertx vertx;
  private final Context thread;
  private final @Nullable TlsFiles tls;
  private final ListenerConfig config;
  private final DoorConfig limits;
  private final Authenticator authenticator;
  private final Door door;
  private final IngestMetrics metrics;
  private final Connections connections = new Connections();
  private final HeldConnections held;
  private final Events events = new Events();
  private final Reception reception = new Reception();
  private @Nullable NetServer plain;
  private @Nullable NetServer secure;
  private volatile boolean listening;
  private boolean ending;

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
    this.tls = tls(config);
    metrics.watchConnections(connections::count);
    metrics.showCloseReasons(Arrays.stream(CloseReason.values()).map(CloseReason::code).toList());
    this.held = new HeldConnections(connections, door);
    door.add(held);
  }

  private static @Nullable TlsFiles tls(ListenerConfig config) {
    if (config.tlsCertificate().isEmpty() && config.tlsKey().isEmpty()) {
      return null;
    }
    try {
      return new TlsFiles(config.tlsCertificate().orElseThrow(), config.tlsKey().orElseThrow());
    } catch (NoSuchElementException e) {
      throw new IllegalStateException(
          "TLS needs both airwitness.mqtt.tls-certificate and airwitness.mqtt.tls-key", e);
    } catch (IOException e) {
      throw new IllegalStateException("The files of the TLS listener cannot be read", e);
    }
  }

  private NetServerOptions options(int port) {
    return new NetServerOptions().setHost(config.host()).setPort(port).setTcpKeepAlive(true);
  }

  /**
   * Begins to listen on both ports or, when one of them cannot be had, on none; called once the
   * registry has been read.
   */
  CompletableFuture<Void> listen() {
    CompletableFuture<Void> started = new CompletableFuture<>();
    thread.runOnContext(go -> {
      // Made with every attempt: a server that could not listen does not try again.
      plain = config.plain() ? vertx.createNetServer(options(config.port())) : null;
      secure = tls == null ? null : vertx.createNetServer(tls.secure(options(config.tlsPort())));
      Future.join(open(plain, config.port()), open(secure, config.tlsPort()))
          .onSuccess(done -> {
            tell(plain, "without TLS");
            tell(secure, "with TLS");
            listening = true;
            door.open();
            if (tls != null) {
              vertx.setPeriodic(config.tlsReload().toMillis(), timer -> reload());
            }
            started.complete(null);
          })
          .onFailure(failure ->
              Future.join(close(plain), close(secure))
                  .onComplete(end -> started.completeExceptionally(failure)));
    });
    return started;
  }

  private Future<?> open(@Nullable NetServer server, int port) {
    if (server == null) {
      return Future.succeededFuture();
    }
    return server
        .connectHandler(this::onSocket)
        .listen()
        .recover(failure ->
            Future.failedFuture(
                new IOException(
                    "Sensors cannot connect to %s:%d: %s"
                        .formatted(config.host(), port, failure.getMessage()),
                    failure)));
  }

  private void tell(@Nullable NetServer server, String how) {
    if (server != null) {
      LOG.infof("Sensors connect to %s:%d %s", config.host(), server.actualPort(), how);
    }
  }

  /** Uses a new certificate for new connections; a broken one leaves the old one in use. */
  private void reload() {
    try {
      if (tls != null && secure != null && tls.wereReplaced()) {
        SSLOptions fresh = tls.secure(options(config.tlsPort())).getSslOptions();
        secure
            .updateSSLOptions(fresh, true)
            .onSuccess(done -> LOG.info("The TLS listener uses the new certificate"))
            .onFailure(
                failure -> LOG.errorf("The new certificate is not used: %s", failure.getMessage()));
      }
    } catch (IOException e) {
      LOG.errorf("The certificate of the TLS listener cannot be read: %s", e.getMessage());
    }
  }

  private void onSocket(NetSocket socket) {
    if (ending) {
      socket.close();
      return;
    }
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
    public CompletionStage<Optional<SignedIn>> check(Credentials credentials) {
      CompletableFuture<Optional<SignedIn>> checked = new CompletableFuture<>();
      authenticator
          .authenticate(credentials)
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
    public void admit(MqttLink link, SignedIn signedIn, SensorConnection.Client client) {
      Sensor sensor = signedIn.sensor();
      var inFlight =
          new InFlight(limits.maxUnacknowledgedMessages(), limits.maxUnacknowledgedBytes());
      var connection = new SensorConnection(link, door, events, sensor, client, inFlight);
      connection.expireAt(signedIn.until());
      connections.add(connection);
      held.enter(connection);
      connection.open();
      if (ending) {
        connection.hold(Hold.SHUTDOWN);
      }
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

  /** Reads a sensor's registration anew the next time it signs in. */
  public void forget(SensorKey sensor) {
    authenticator.forget(sensor);
  }

  /** Runs work with the open connections, on their thread. */
  void withConnections(Consumer<Connections> work) {
    thread.runOnContext(go -> work.accept(connections));
  }

  public boolean isListening() {
    return listening;
  }

  /** The port in use without TLS, which differs from the configured one when that is 0. */
  public int port() {
    return plain == null ? -1 : plain.actualPort();
  }

  /** The port in use with TLS; -1 when there is none. */
  public int tlsPort() {
    return secure == null ? -1 : secure.actualPort();
  }

  /**
   * Takes nothing more, acknowledges what the bus accepts within the limit, and ends all
   * connections; sensors send again what was not acknowledged.
   */
  void stop(@Observes @Priority(BEFORE_COUNTERS) ShutdownEvent event) {
    listening = false;
    CompletableFuture<Void> closed = new CompletableFuture<>();
    thread.runOnContext(go -> {
      ending = true;
      connections.all().forEach(connection -> connection.hold(Hold.SHUTDOWN));
      acknowledged()
          .onComplete(done -> {
            connections.all().forEach(connection -> connection.close(CloseReason.SHUTDOWN));
            Future.join(close(plain), close(secure)).onComplete(end -> closed.complete(null));
          });
    });
    long limitMs = config.drainLimit().plus(CLOSE_LIMIT).toMillis();
    closed.completeOnTimeout(null, limitMs, TimeUnit.MILLISECONDS).join();
  }

  /** Completes when nothing waits for the bus any more, or at the limit. */
  private Future<Void> acknowledged() {
    Promise<Void> done = Promise.promise();
    long deadline = System.nanoTime() + config.drainLimit().toNanos();
    vertx.setPeriodic(
        DRAIN_LOOK_MS,
        timer -> {
          if (door.isIdle() || System.nanoTime() > deadline) {
            vertx.cancelTimer(timer);
            done.complete();
          }
        });
    return done.future();
  }

  private static Future<Void> close(@Nullable NetServer server) {
    return server == null ? Future.succeededFuture() : server.close();
  }
}
