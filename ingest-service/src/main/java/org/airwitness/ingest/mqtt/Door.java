package org.airwitness.ingest.mqtt;

import io.vertx.core.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.airwitness.ingest.core.ActivityMeter;
import org.airwitness.ingest.core.Bus;
import org.airwitness.ingest.core.Intake;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorMessage;
import org.airwitness.ingest.core.SensorSession;
import org.airwitness.ingest.core.Tally;
import org.airwitness.ingest.core.Verdict;
import org.airwitness.ingest.ops.IngestMetrics;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What all connections of one listener share; used on its thread only. */
final class Door {
  private static final Logger LOG = Logger.getLogger(Door.class);

  private final Context thread;
  private final Intake intake;
  private final Bus bus;
  private final ActivityMeter meter;
  private final IngestMetrics metrics;
  private final InstantSource clock;
  private final Connections connections;
  private final InFlight inFlight;

  Door(
      Context thread,
      Intake intake,
      Bus bus,
      ActivityMeter meter,
      IngestMetrics metrics,
      InstantSource clock,
      Connections connections,
      InFlight inFlight) {
    this.thread = thread;
    this.intake = intake;
    this.bus = bus;
    this.meter = meter;
    this.metrics = metrics;
    this.clock = clock;
    this.connections = connections;
    this.inFlight = inFlight;
  }

  /** Decides on a message; one that a defect of ours chokes on is kept and does not come again. */
  Verdict decide(Sensor sensor, SensorSession session, SensorMessage message) {
    metrics.received(message.payload().length);
    try {
      return intake.accept(sensor, session, message);
    } catch (RuntimeException defect) {
      LOG.errorf(defect, "A message of %s could not be decoded by a defect of ours", sensor.key());
      return intake.park(sensor, message, defect);
    }
  }

  /** Publishes a verdict and tells on the listener's thread how it went. */
  void publish(Verdict verdict, Consumer<@Nullable Throwable> settled) {
    bus.publish(verdict)
        .whenComplete((done, failure) -> thread.runOnContext(go -> settled.accept(failure)));
  }

  void confirm(SensorSession session, Verdict verdict) {
    Tally tally = intake.confirm(session, verdict);
    meter.count(verdict.message().sensor(), verdict.message().arrivedAt(), tally);
    metrics.settled(tally, verdict.ignored());
  }

  void closed(CloseReason reason) {
    metrics.closed(reason.code());
  }

  void ended(SensorConnection connection) {
    connections.remove(connection);
  }

  InFlight inFlight() {
    return inFlight;
  }

  Instant now() {
    return clock.instant();
  }
}
