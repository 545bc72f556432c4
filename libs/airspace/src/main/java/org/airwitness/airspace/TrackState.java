package org.airwitness.airspace;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the monitor remembers of one track: the last fix and what goes on with zones. */
final class TrackState {
  private static final long NO_SEQUENCE = -1;

  final UUID trackId;
  private final NavigableMap<UUID, Episode> episodes = new TreeMap<>();
  private long sequence = NO_SEQUENCE;
  private @Nullable Instant lastFixAt;
  private @Nullable Fix latest;

  TrackState(UUID trackId) {
    this.trackId = trackId;
  }

  static TrackState of(Presence presence) {
    TrackState state = new TrackState(presence.trackId());
    state.sequence = presence.sequence();
    state.lastFixAt = presence.lastFixAt();
    presence.episodes().forEach(episode -> state.put(episode.zoneId(), episode));
    return state;
  }

  Presence toPresence() {
    return new Presence(trackId, sequence, lastFixAt, listEpisodes());
  }

  boolean knows(long otherSequence) {
    return otherSequence <= sequence;
  }

  /** Takes note of the fix and tells the time of the latest one before it, null for the first. */
  @Nullable Instant advance(Fix fix) {
    Instant before = later(lastFixAt, fix.previous() == null ? null : fix.previous().time());
    sequence = fix.sequence();
    lastFixAt = later(before, fix.time());
    if (before == null || !fix.time().isBefore(before)) {
      latest = fix;
    }
    return before;
  }

  /** Takes note of the loss: where it was last no longer says where it is. */
  void lose(long newSequence) {
    sequence = newSequence;
    latest = null;
  }

  /** Takes note that all before a time has been decided: a fix before it is late. */
  void decidedUntil(Instant time) {
    lastFixAt = later(lastFixAt, time);
  }

  /** Until when all has been decided; null before the first fix. */
  @Nullable Instant decidedUntil() {
    return lastFixAt;
  }

  /** The latest fix by time, null when it was before a restart or the track is lost. */
  @Nullable Fix latest() {
    return latest;
  }

  boolean isInside() {
    return !episodes.isEmpty();
  }

  @Nullable Episode findEpisode(UUID zoneId) {
    return episodes.get(zoneId);
  }

  /** What goes on, by zone id, a copy. */
  List<Episode> listEpisodes() {
    return List.copyOf(episodes.values());
  }

  /** Keeps what goes on with a zone; null ends it. */
  void put(UUID zoneId, @Nullable Episode episode) {
    if (episode == null) {
      episodes.remove(zoneId);
    } else {
      episodes.put(zoneId, episode);
    }
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
