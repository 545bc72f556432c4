package org.airwitness.airspace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.airwitness.airspace.Episode.Phase;
import org.airwitness.airspace.ZoneEvent.ClearReason;
import org.airwitness.airspace.ZoneEvent.Type;
import org.jspecify.annotations.Nullable;

/**
 * What the next fix makes of a track and one zone: NONE, APPROACHING, INSIDE, LEAVING, NONE.
 *
 * <p>Each step takes the episode before, null for none, and gives the one after; events are added
 * to the list.
 */
final class ZoneSteps {
  private final ZoneEvents events;
  private final MonitorSettings settings;

  ZoneSteps(ZoneEvents events, MonitorSettings settings) {
    this.events = events;
    this.settings = settings;
  }

  /**
   * Takes a step.
   *
   * @param before time of the track's latest fix before this one, null for none
   */
  @Nullable Episode next(
      @Nullable Episode episode, Encounter seen, @Nullable Instant before, List<ZoneEvent> raised) {
    if (episode != null && episode.isStay()) {
      return seen.isInside() ? stay(episode, seen, before, raised) : leave(episode, seen, raised);
    }
    if (seen.isInside()) {
      return enter(seen, raised);
    }
    TimeWindow passage = seen.crossed();
    if (passage != null) {
      raised.add(events.cross(seen, passage));
    }
    return episode == null ? approach(seen, raised) : goOnApproaching(episode, seen, raised);
  }

  private Episode enter(Encounter seen, List<ZoneEvent> raised) {
    Instant activated = seen.activatedAt();
    ZoneEvent begin =
        activated == null
            ? events.begin(Type.ENTER, seen, seen.enteredAt(), null)
            : events.begin(Type.ACTIVATED, seen, activated, null);
    raised.add(begin);
    return Episode.of(begin, Phase.INSIDE);
  }

  private @Nullable Episode approach(Encounter seen, List<ZoneEvent> raised) {
    Duration entry = seen.timeToEntry();
    boolean soon = entry != null && entry.compareTo(settings.approachTime()) <= 0;
    if (!soon && !seen.isNear()) {
      return null;
    }
    ZoneEvent begin = events.begin(Type.APPROACHING, seen, seen.fix().time(), soon ? entry : null);
    raised.add(begin);
    return Episode.of(begin, Phase.APPROACHING);
  }

  private @Nullable Episode goOnApproaching(
      Episode episode, Encounter seen, List<ZoneEvent> raised) {
    Instant now = seen.fix().time();
    if (!seen.isActive() && !seen.isActiveWithin(seen.motion().goesBy().duration())) {
      raised.add(events.cleared(seen, episode, ClearReason.DEACTIVATED, now));
      return null;
    }
    if (!seen.isReceded()) {
      return episode.at(Phase.APPROACHING, 0, null);
    }
    if (episode.fixesAway() + 1 < settings.exitFixes()) {
      return episode.at(Phase.APPROACHING, episode.fixesAway() + 1, null);
    }
    raised.add(events.cleared(seen, episode, ClearReason.RECEDED, now));
    return null;
  }

  private Episode stay(
      Episode episode, Encounter seen, @Nullable Instant before, List<ZoneEvent> raised) {
    if (beats(episode, before) != beats(episode, seen.fix().time())) {
      raised.add(events.inside(seen, episode));
    }
    return episode.at(Phase.INSIDE, 0, null);
  }

  /** Heartbeats that are due from the begin of a stay to a time. */
  private long beats(Episode episode, @Nullable Instant time) {
    return time == null || time.isBefore(episode.enteredAt())
        ? 0
        : Duration.between(episode.enteredAt(), time).dividedBy(settings.heartbeat());
  }

  private @Nullable Episode leave(Episode episode, Encounter seen, List<ZoneEvent> raised) {
    if (!seen.isActive()) {
      Instant end = seen.deactivatedAt();
      raised.add(events.deactivated(seen, episode, end));
      raised.add(events.cleared(seen, episode, ClearReason.DEACTIVATED, end));
      return null;
    }
    if (!seen.isBeyondMargin()) {
      return episode.at(Phase.LEAVING, 0, null);
    }
    Instant now = seen.fix().time();
    Instant since = episode.awaySince() == null ? now : episode.awaySince();
    if (episode.fixesAway() + 1 < settings.exitFixes()) {
      return episode.at(Phase.LEAVING, episode.fixesAway() + 1, since);
    }
    raised.add(events.exit(seen, episode, since));
    raised.add(events.cleared(seen, episode, ClearReason.LEFT, now));
    return null;
  }
}
