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
    return before;
  }

  /** Takes note of an update without a fix. */
  void advance(long newSequence) {
    sequence = newSequence;
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
