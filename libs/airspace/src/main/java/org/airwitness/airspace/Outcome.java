package org.airwitness.airspace;

import java.util.List;

/**
 * What one call to a {@link ZoneMonitor} brought about.
 *
 * <p>Publish the events before storing the presences: a crash between the two repeats events under
 * the same ids, the other order would lose them.
 *
 * @param events what to publish, in this order
 * @param changedPresences what to store: tracks that came nearer to, entered or left a zone
 */
public record Outcome(List<ZoneEvent> events, List<Presence> changedPresences) {
  /** Nothing happened. */
  public static final Outcome NOTHING = new Outcome(List.of(), List.of());

  public Outcome {
    events = List.copyOf(events);
    changedPresences = List.copyOf(changedPresences);
  }
}
