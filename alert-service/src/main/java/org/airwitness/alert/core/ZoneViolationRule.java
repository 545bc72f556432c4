package org.airwitness.alert.core;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.airwitness.alert.core.ZoneEvent.Approach;
import org.airwitness.alert.core.ZoneEvent.Crossing;
import org.airwitness.alert.core.ZoneEvent.Exit;
import org.airwitness.alert.core.ZoneEvent.Inside;
import org.airwitness.contract.DeterministicId;
import org.jspecify.annotations.Nullable;

/**
 * The rule "a drone is inside a prohibited or authorisation-required zone".
 *
 * <p>One alert per episode, with an id computed from it, so that events which come again find the
 * alert they made. Any event from inside raises the alert unless there is one: when the entering
 * itself was lost, a drone that is still there must not stay unreported.
 */
final class ZoneViolationRule {
  static final String NAME = "zone-violation";

  UUID alertId(Encounter encounter) {
    return DeterministicId.of("alert")
        .with(NAME)
        .with(encounter.trackId())
        .with(encounter.zone().id())
        .with(encounter.episodeId())
        .toUuid();
  }

  Verdict apply(@Nullable Alert stored, ZoneEvent event, Instant now) {
    return stored == null ? begin(event, now) : go(stored, event, now);
  }

  private Verdict begin(ZoneEvent event, Instant now) {
    Severity severity = event.encounter().zone().restriction().severityInside();
    if (severity == null) {
      return new Verdict.Ignored(IgnoreReason.NOT_APPLICABLE);
    }
    return switch (event) {
      case Approach _ -> new Verdict.Ignored(IgnoreReason.NOT_APPLICABLE);
      case Inside inside -> changed(raised(inside, severity, now), AlertEvent.RAISED);
      case Crossing crossing -> raiseAndResolve(crossing, severity, now);
      case Exit _ -> new Verdict.Ignored(IgnoreReason.UNKNOWN_EPISODE);
    };
  }

  private static Verdict go(Alert stored, ZoneEvent event, Instant now) {
    if (stored.resolution() != null) {
      return new Verdict.Ignored(IgnoreReason.ENDED);
    }
    return switch (event) {
      case Approach _, Crossing _ -> new Verdict.Ignored(IgnoreReason.NOT_APPLICABLE);
      case Inside inside -> move(stored, inside, now);
      case Exit exit -> resolve(stored, exit, now);
    };
  }

  private Alert raised(Inside inside, Severity severity, Instant now) {
    Encounter encounter = inside.encounter();
    return new Alert(
        alertId(encounter),
        1,
        NAME,
        severity,
        encounter.trackId(),
        encounter.drone(),
        encounter.zone(),
        inside.verdict(),
        inside.occurredAt(),
        inside.fix(),
        inside.fix(),
        now,
        now,
        null,
        null);
  }

  /** The drone is out again when the crossing is told; its height inside was not judged. */
  private Verdict raiseAndResolve(Crossing crossing, Severity severity, Instant now) {
    Inside inside =
        new Inside(
            crossing.encounter(), VerticalVerdict.UNKNOWN, crossing.occurredAt(), crossing.fix());
    Alert raised = raised(inside, severity, now);
    var end = new Resolution(crossing.until(), ResolveReason.LEFT);
    Alert resolved = raised.resolved(end, crossing.fix(), now);
    return new Verdict.Changed(
        List.of(
            new AlertChange(raised, AlertEvent.RAISED),
            new AlertChange(resolved, AlertEvent.RESOLVED)));
  }

  private static Verdict move(Alert stored, Inside inside, Instant now) {
    if (!inside.fix().observedAt().isAfter(stored.lastFix().observedAt())) {
      return new Verdict.Ignored(IgnoreReason.STALE);
    }
    return changed(stored.moved(inside.fix(), inside.verdict(), now), null);
  }

  private static Verdict resolve(Alert stored, Exit exit, Instant now) {
    var end = new Resolution(exit.occurredAt(), exit.reason());
    return changed(stored.resolved(end, exit.fix(), now), AlertEvent.RESOLVED);
  }

  private static Verdict changed(Alert alert, @Nullable AlertEvent event) {
    return new Verdict.Changed(List.of(new AlertChange(alert, event)));
  }
}
