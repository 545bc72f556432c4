package org.airwitness.ingest.site;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.reactive.messaging.mqtt.ReceivingMqttMessageMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.airwitness.ingest.config.SiteConfig;
import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.SensorMessage;
import org.airwitness.ingest.core.SiteRoutes;
import org.airwitness.ingest.door.Authenticator;
import org.airwitness.ingest.door.Door;
import org.airwitness.ingest.ops.IngestMetrics;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.ops.ProcessEnd;
import org.airwitness.platform.trace.LogFields;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the broker of a site over the incoming channel {@value #CHANNEL}. The broker gets its
 * PUBACK when the bus has the message, so that it keeps what we could not publish and sends it
 * again after a crash; {@link SiteClient} keeps the connector from acknowledging by itself.
 */
@ApplicationScoped
class SiteBroker {
  static final String CHANNEL = "site-broker";
  private static final Logger LOG = Logger.getLogger(SiteBroker.class);
  private static final int MOST_STRANGE_TOPICS = 1_000;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final SiteConfig config;
  private final Multi<Message<byte[]>> messages;
  private final Authenticator sensors;
  private final Door door;
  private final IngestMetrics metrics;
  private final Set<String> strangeTopics = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Cancellable reading;

  SiteBroker(
      SiteConfig config,
      @Channel(CHANNEL) Multi<Message<byte[]>> messages,
      Authenticator sensors,
      Door door,
      IngestMetrics metrics) {
    this.config = config;
    this.messages = messages;
    this.sensors = sensors;
    this.door = door;
    this.metrics = metrics;
  }

  /** Begins once messages can be routed; until then {@link EarlyMessages} keeps them. */
  void start(@Observes StartupEvent event) {
    if (config.enabled()) {
      SiteRoutes routes = routes();
      door.opened().thenRun(() -> read(routes));
    }
  }

  private SiteRoutes routes() {
    String agency = config.agency().orElseThrow(() -> missing("airwitness.site.agency"));
    List<String> routes = config.routes().orElseThrow(() -> missing("airwitness.site.routes"));
    return SiteRoutes.parse(new AgencyId(agency), routes);
  }

  private static IllegalArgumentException missing(String setting) {
    return new IllegalArgumentException(
        "%s is missing: airwitness.site.enabled needs it".formatted(setting));
  }

  private void read(SiteRoutes routes) {
    LOG.infof("Reads the broker at %s:%d", config.host(), config.port());
    reading =
        messages
            .onItem()
            .transformToUni(message -> settle(routes, message))
            .merge(config.maxUnacknowledgedMessages())
            .subscribe()
            .with(done -> {}, ProcessEnd::because);
  }

  private Uni<Void> settle(SiteRoutes routes, Message<byte[]> message) {
    var envelope = message.getMetadata(ReceivingMqttMessageMetadata.class).orElseThrow();
    Optional<SensorKey> sensor = routes.find(envelope.getTopic());
    if (sensor.isEmpty()) {
      leaveOut(envelope);
      return Uni.createFrom().voidItem();
    }
    var received =
        new SensorMessage(sensor.get(), envelope.getTopic(), message.getPayload(), door.now());
    return settle(received, envelope);
  }

  /**
   * Hands a message over until the bus has it, then acknowledges it, later when it was too much.
   */
  private Uni<Void> settle(SensorMessage received, ReceivingMqttMessageMetadata envelope) {
    return Uni.createFrom()
        .completionStage(() -> envelope.isRetain() ? refuseKept(received) : take(received))
        .onFailure()
        .invoke(failure ->
            LogFields.with(
                received.sensor().agency(),
                () ->
                    LOG.warnf(
                        "A message of %s waits: %s", received.sensor(), failure.getMessage())))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely()
        .chain(pause ->
            pause.isZero()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().voidItem().onItem().delayIt().by(pause))
        .invoke(() -> acknowledge(envelope));
  }

  /** Returns how long the sensor is to be left alone, when the bus has the message. */
  private CompletionStage<Duration> take(SensorMessage received) {
    return sensors
        .sensor(received.sensor())
        .thenCompose(sensor ->
            sensor.map(known -> pass(known, received)).orElseGet(() -> refuseUnknown(received)));
  }

  private CompletionStage<Duration> pass(Sensor sensor, SensorMessage received) {
    return door.pass(sensor, received)
        .thenApply(passed -> door.charge(sensor, received.payload().length));
  }

  private CompletionStage<Duration> refuseUnknown(SensorMessage received) {
    String detail =
        "%s is not registered or disabled, its topic is %s"
            .formatted(received.sensor(), received.topic());
    return refuse(received, RefusalReason.UNKNOWN_SENSOR, detail);
  }

  private CompletionStage<Duration> refuseKept(SensorMessage received) {
    String detail = "The broker had kept this message: nobody knows how old it is";
    return refuse(received, RefusalReason.RETAINED, detail);
  }

  private CompletionStage<Duration> refuse(
      SensorMessage received, RefusalReason reason, String detail) {
    return door.refuse(received, reason, detail).thenApply(passed -> Duration.ZERO);
  }

  /** Counts what is no sensor's, and names each topic once. */
  private void leaveOut(ReceivingMqttMessageMetadata envelope) {
    metrics.unrouted();
    if (strangeTopics.size() < MOST_STRANGE_TOPICS && strangeTopics.add(envelope.getTopic())) {
      LOG.warnf("No route leads from the topic %s to a sensor", envelope.getTopic());
    }
    acknowledge(envelope);
  }

  private static void acknowledge(ReceivingMqttMessageMetadata envelope) {
    try {
      envelope.getMessage().ack();
    } catch (RuntimeException gone) {
      LOG.debugf(gone, "The connection is gone, the broker sends %s again", envelope.getTopic());
    }
  }

  void stop(@Observes ShutdownEvent event) {
    Cancellable current = reading;
    if (current != null) {
      current.cancel();
    }
  }
}
