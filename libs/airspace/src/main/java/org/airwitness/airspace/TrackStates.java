package org.airwitness.airspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tracks the monitor remembers: every track inside a zone, and the most recent of the others up to
 * a limit.
 *
 * <p>Forgetting a track outside all zones loses only the guard against its old fixes being
 * delivered again.
 */
final class TrackStates {
  private final Map<UUID, TrackState> inside = new HashMap<>();
  private final Map<UUID, TrackState> outside;

  TrackStates(int maxOutside) {
    outside =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<UUID, TrackState> eldest) {
            return size() > maxOutside;
          }
        };
  }

  TrackState of(UUID trackId) {
    TrackState state = inside.get(trackId);
    return state != null ? state : outside.computeIfAbsent(trackId, TrackState::new);
  }

  /** Files the state where it belongs, after it was changed. */
  void keep(TrackState state) {
    (state.isInside() ? outside : inside).remove(state.trackId);
    (state.isInside() ? inside : outside).put(state.trackId, state);
  }

  /** Every remembered track, those inside a zone first. */
  List<TrackState> listAll() {
    List<TrackState> all = new ArrayList<>(listInside());
    all.addAll(outside.values());
    return all;
  }

  /** Tracks inside a zone, by id. */
  List<TrackState> listInside() {
    return inside.values().stream()
        .sorted(Comparator.comparing((TrackState state) -> state.trackId))
        .toList();
  }
}
