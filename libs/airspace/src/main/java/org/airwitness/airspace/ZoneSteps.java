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
    return episode == null
        ? approach(seen, seen.fix().time(), raised)
        : goOnApproaching(episode, seen, raised);
  }

  /**
   * Begins what a zone that is new or different means for a track it finds at its latest fix.
   *
   * @param at when the zone took effect
   */
  @Nullable Episode meet(Encounter seen, Instant at, List<ZoneEvent> raised) {
    return seen.isInside()
        ? begin(events.begin(Type.ENTER, seen, at, null), raised)
        : approach(seen, at, raised);
  }

  /** Goes on with an episode whose zone has been changed, as long as it still fits. */
  @Nullable Episode refit(Episode episode, Encounter seen, Instant at, List<ZoneEvent> raised) {
    if (seen.isInside()) {
      return episode.isStay() ? episode : begin(events.begin(Type.ENTER, seen, at, null), raised);
    }
    if (!episode.isStay() && (isSoon(seen.timeToEntry()) || seen.isNear())) {
      return episode;
    }
    raised.add(events.cleared(seen, episode, ClearReason.ZONE_CHANGED, at));
    return null;
  }

  /** Begins a stay in a zone that began to apply around a track. */
  Episode activate(Encounter seen, Instant edge, List<ZoneEvent> raised) {
    return begin(events.begin(Type.ACTIVATED, seen, edge, null), raised);
  }

  private static Episode begin(ZoneEvent begin, List<ZoneEvent> raised) {
    raised.add(begin);
    return Episode.of(begin, Phase.INSIDE);
  }

  private Episode enter(Encounter seen, List<ZoneEvent> raised) {
    Instant activated = seen.activatedAt();
    return activated == null
        ? begin(events.begin(Type.ENTER, seen, seen.enteredAt(), null), raised)
        : activate(seen, activated, raised);
  }

  private @Nullable Episode approach(Encounter seen, Instant at, List<ZoneEvent> raised) {
    Duration entry = seen.timeToEntry();
    boolean soon = isSoon(entry);
    if (!soon && !seen.isNear()) {
      return null;
    }
    ZoneEvent begin = events.begin(Type.APPROACHING, seen, at, soon ? entry : null);
    raised.add(begin);
    return Episode.of(begin, Phase.APPROACHING);
  }

  private boolean isSoon(@Nullable Duration entry) {
    return entry != null && entry.compareTo(settings.approachTime()) <= 0;
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
