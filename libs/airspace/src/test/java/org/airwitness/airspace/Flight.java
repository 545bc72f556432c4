package org.airwitness.airspace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.airwitness.airspace.height.Environment;
import org.jspecify.annotations.Nullable;

/** One track against one monitor, for tests: each fix names the one before. */
final class Flight {
  static final Instant START = Instant.parse("2026-08-14T12:00:00Z");
  static final UUID TRACK = new UUID(1, 1);

  final ZoneMonitor monitor;
  final List<ZoneEvent> events = new ArrayList<>();
  private double accuracyM = Double.NaN;
  private long sequence;
  private @Nullable PreviousFix latest;

  Flight(MonitorSettings settings, Zone... zones) {
    monitor = new ZoneMonitor("agency", ZoneIndex.of(List.of(zones)), Environment.NONE, settings);
  }

  Flight withAccuracy(double newAccuracyM) {
    accuracyM = newAccuracyM;
    return this;
  }

  /** The next fix, seconds after {@link #START}; height above ground NaN when unknown. */
  List<ZoneEvent> at(double seconds, double lonDeg, double latDeg, double aboveGroundM) {
    Heights heights =
        Double.isNaN(aboveGroundM)
            ? Heights.NONE
            : new Heights(null, null, null, new Height(aboveGroundM, 3));
    Position position = new Position(lonDeg, latDeg);
    Instant time = time(seconds);
    Outcome outcome =
        monitor.onFix(new Fix(TRACK, ++sequence, time, position, accuracyM, heights, latest));
    latest = new PreviousFix(time, position, heights);
    events.addAll(outcome.events());
    return outcome.events();
  }

  /** A fix from before the latest one that comes late. */
  List<ZoneEvent> late(double seconds, double lonDeg, double latDeg) {
    Position position = new Position(lonDeg, latDeg);
    Fix fix = new Fix(TRACK, ++sequence, time(seconds), position, accuracyM, Heights.NONE, latest);
    Outcome outcome = monitor.onFix(fix);
    events.addAll(outcome.events());
    return outcome.events();
  }

  List<ZoneEvent> at(double seconds, double lonDeg, double latDeg) {
    return at(seconds, lonDeg, latDeg, Double.NaN);
  }

  List<ZoneEvent> lost(double seconds) {
    Outcome outcome = monitor.onTrackLost(TRACK, ++sequence, time(seconds));
    events.addAll(outcome.events());
    return outcome.events();
  }

  /** The types of all events so far. */
  List<ZoneEvent.Type> types() {
    return events.stream().map(ZoneEvent::type).toList();
  }

  static Instant time(double seconds) {
    return START.plus(Duration.ofMillis(Math.round(seconds * 1000)));
  }
}
