package org.airwitness.alert.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an agency's alerts become when events arrive. It keeps nothing: the same events over the
 * same stored alerts decide the same, and events that were applied before decide nothing.
 */
public final class AlertRules {
  private final ZoneViolationRule zoneViolation = new ZoneViolationRule();

  /** What to store, in order, and how many events changed nothing, by reason. */
  public record Decision(List<AlertChange> changes, Map<IgnoreReason, Integer> ignored) {
    public Decision {
      changes = List.copyOf(changes);
      ignored = Map.copyOf(ignored);
    }
  }

  /** Ids of the alerts these events are about, to be loaded before {@link #decide}. */
  public Set<UUID> alertIds(List<ZoneEvent> events) {
    return events.stream()
        .map(event -> zoneViolation.alertId(event.encounter()))
        .collect(Collectors.toSet());
  }

  /**
   * Decides on a batch of one agency.
   *
   * @param stored the alerts of {@link #alertIds} that exist
   * @param now wall clock, for the times of creation and change
   */
  public Decision decide(Map<UUID, Alert> stored, List<ZoneEvent> events, Instant now) {
    Map<UUID, Alert> alerts = new HashMap<>(stored);
    List<AlertChange> changes = new ArrayList<>();
    Map<IgnoreReason, Integer> ignored = new EnumMap<>(IgnoreReason.class);
    for (ZoneEvent event : events) {
      UUID id = zoneViolation.alertId(event.encounter());
      switch (zoneViolation.apply(alerts.get(id), event, now)) {
        case Verdict.Changed(List<AlertChange> ofAlert) -> {
          alerts.put(id, ofAlert.getLast().alert());
          changes.addAll(ofAlert);
        }
        case Verdict.Ignored(IgnoreReason reason) -> ignored.merge(reason, 1, Integer::sum);
      }
    }
    return new Decision(changes, ignored);
  }

  /**
   * Lets somebody take notice of an alert; the first to do so stays recorded.
   *
   * @return the change, null when somebody had taken notice before
   * @throws AlreadyResolvedException when the alert has ended
   */
  public @Nullable AlertChange acknowledge(Alert stored, Acknowledgement by) {
    if (stored.resolution() != null) {
      throw new AlreadyResolvedException();
    }
    return stored.acknowledgement() != null
        ? null
        : new AlertChange(stored.acknowledged(by), AlertEvent.ACKNOWLEDGED);
  }

  /** The alert has ended, and there is nothing left to take notice of. */
  public static final class AlreadyResolvedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    AlreadyResolvedException() {
      super("The alert is already resolved and can no longer be acknowledged", null, false, false);
    }
  }
}
