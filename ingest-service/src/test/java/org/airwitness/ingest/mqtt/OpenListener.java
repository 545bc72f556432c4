package org.airwitness.ingest.mqtt;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.airwitness.ingest.config.DoorConfig;
import org.airwitness.ingest.config.ListenerConfig;
import org.airwitness.ingest.core.ActivityMeter;
import org.airwitness.ingest.core.Bus;
import org.airwitness.ingest.core.Intake;
import org.airwitness.ingest.core.Password;
import org.airwitness.ingest.core.Registration;
import org.airwitness.ingest.core.Registry;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.Verdict;
import org.airwitness.ingest.core.format.Formats;
import org.airwitness.ingest.core.routing.AgencyRegions;
import org.airwitness.ingest.core.routing.RegionChange;
import org.airwitness.ingest.door.Authenticator;
import org.airwitness.ingest.door.Door;
import org.airwitness.ingest.ops.IngestMetrics;
import org.airwitness.ingest.testing.SensorClient;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.trace.Traces;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/** A listener over real TCP, before a bus that does what the test says. */
final class OpenListener implements AutoCloseable {
  static final SensorKey ROOF = new SensorKey(new AgencyId("police"), "roof");
  static final SensorKey MAST = new SensorKey(new AgencyId("coast"), "mast");
  static final SensorKey NATIVE = new SensorKey(new AgencyId("coast"), "native-1");
  static final Password PASSWORD = Password.generate();

  final Vertx vertx = Vertx.vertx();
  final PatientBus bus = new PatientBus();
  final ActivityMeter meter = new ActivityMeter();
  final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  final MqttListener listener;
  private final ThreeSensors registry = new ThreeSensors();
  final RegistryWatch watch;

  /** Keeps what it is given until the test lets it go. */
  static final class PatientBus implements Bus {
    final List<CompletableFuture<Void>> waiting = new CopyOnWriteArrayList<>();
    private volatile boolean open;

    @Override
    public CompletionStage<Void> publish(Verdict verdict, @Nullable String traceparent) {
      CompletableFuture<Void> accepted = new CompletableFuture<>();
      waiting.add(accepted);
      if (open) {
        accepted.complete(null);
      }
      return accepted;
    }

    /** Accepts everything, what waits and what comes. */
    void open() {
      open = true;
      waiting.forEach(accepted -> accepted.complete(null));
    }
  }

  /** Knows three sensors of two agencies. */
  private static final class ThreeSensors implements Registry {
    private final Map<SensorKey, Registration> registrations =
        new ConcurrentHashMap<>(
            Map.of(
                ROOF, registration(ROOF, "dronescout"),
                MAST, registration(MAST, "dronescout"),
                NATIVE, registration(NATIVE, "native")));

    private volatile Runnable beforeList = () -> {};
    private volatile boolean silent;

    private static Registration registration(SensorKey key, String format) {
      return new Registration(
          new Sensor(key, format, null, false, UUID.randomUUID()), Password.Hash.of(PASSWORD));
    }

    @Override
    public CompletionStage<Optional<Registration>> find(SensorKey key) {
      return CompletableFuture.completedFuture(Optional.ofNullable(registrations.get(key)));
    }

    @Override
    public CompletionStage<Map<SensorKey, Sensor>> list(Set<AgencyId> agencies) {
      beforeList.run();
      if (silent) {
        return new CompletableFuture<>();
      }
      Map<SensorKey, Sensor> sensors = new HashMap<>();
      registrations.forEach((key, known) -> sensors.put(key, known.sensor()));
      return CompletableFuture.completedFuture(sensors);
    }

    @Override
    public CompletionStage<List<RegionChange>> regions(Map<AgencyId, String> known) {
      return CompletableFuture.completedFuture(List.of());
    }
  }

  /** Opens with settings that differ from the defaults, without their prefix {@code airwitness}. */
  static OpenListener with(Map<String, String> settings) {
    return new OpenListener(settings);
  }

  private OpenListener(Map<String, String> settings) {
    Map<String, String> properties = new HashMap<>();
    properties.put("airwitness.mqtt.host", "127.0.0.1");
    properties.put("airwitness.mqtt.port", "0");
    settings.forEach((name, value) -> properties.put("airwitness." + name, value));
    var config =
        new SmallRyeConfigBuilder()
            .withMapping(ListenerConfig.class)
            .withMapping(DoorConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withDefaultValues(properties)
            .build();
    DoorConfig limits = config.getConfigMapping(DoorConfig.class);
    ListenerConfig listening = config.getConfigMapping(ListenerConfig.class);
    var intake = new Intake(new Formats(), AgencyRegions.NONE);
    var counters = new IngestMetrics(metrics);
    var traces = new Traces(OpenTelemetry.noop().getTracer("none"));
    var door =
        new Door(vertx, limits, intake, bus, meter, counters, traces, InstantSource.system());
    listener =
        new MqttListener(
            vertx,
            listening,
            limits,
            new Authenticator(registry, limits, InstantSource.system()),
            door,
            counters);
    watch = new RegistryWatch(vertx, listening, registry, intake, listener, InstantSource.system());
    watch.start(new StartupEvent());
    eventually().until(listener::isListening);
  }

  /** Registers a sensor's certificate. */
  void certify(SensorKey key, byte[] sha256) {
    registry.registrations.computeIfPresent(
        key, (sensor, known) -> new Registration(known.sensor(), known.hash(), null, sha256));
  }

  /** Removes a sensor from the registry, as another instance would. */
  void remove(SensorKey key) {
    registry.registrations.remove(key);
  }

  /** Does something each time before the registry is read. */
  void beforeEachRead(Runnable work) {
    registry.beforeList = work;
  }

  /** Whether the registry leaves questions for its sensors without an answer. */
  void silenceRegistry(boolean silent) {
    registry.silent = silent;
  }

  int port() {
    return listener.port();
  }

  SensorClient connect(SensorKey key) {
    return new SensorClient(vertx, port(), key.username(), PASSWORD.text()).connect();
  }

  /** How many connections were closed for a reason. */
  double closed(String reason) {
    var counter =
        metrics.find("airwitness.ingest.connections.closed").tag("reason", reason).counter();
    return counter == null ? 0 : counter.count();
  }

  /** A live figure, for example {@code in.flight.bytes}. */
  double figure(String name) {
    return metrics.get("airwitness.ingest." + name).gauge().value();
  }

  static ConditionFactory eventually() {
    return Awaitility.await().atMost(Duration.ofSeconds(20));
  }

  @Override
  public void close() {
    watch.stop(new ShutdownEvent());
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
