package org.airwitness.alert.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.airwitness.alert.core.Alert;

/**
 * Lets through what is newer than all that was let through of the same alert, for one watcher: a
 * snapshot can be older than the live update it meets, and the bus may repeat itself. Remembers the
 * {@value #MAX_ALERTS} alerts that came last.
 */
final class NewestOnly implements Predicate<Alert> {
  private static final int MAX_ALERTS = 10_000;

  @SuppressWarnings("serial")
  private final Map<UUID, Long> sequences =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
          return size() > MAX_ALERTS;
        }
      };

  @Override
  public synchronized boolean test(Alert alert) {
    long seen = Objects.requireNonNullElse(sequences.remove(alert.id()), 0L);
    boolean newer = alert.sequence() > seen;
    sequences.put(alert.id(), Math.max(alert.sequence(), seen));
    return newer;
  }
}
