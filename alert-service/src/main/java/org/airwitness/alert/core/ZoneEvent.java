package org.airwitness.alert.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What zone-service says about one track and one zone. */
public sealed interface ZoneEvent {
  Encounter encounter();

  /** The drone will soon be inside, or is near; or no longer, which is an {@link Exit}. */
  record Approach(Encounter encounter) implements ZoneEvent {}

  /** The drone was inside between two fixes; the fix is the one after. */
  record Crossing(Encounter encounter, Instant occurredAt, Instant until, Fix fix)
      implements ZoneEvent {}

  /** The drone has entered, or still is inside. */
  record Inside(Encounter encounter, VerticalVerdict verdict, Instant occurredAt, Fix fix)
      implements ZoneEvent {}

  /** The drone is no longer inside; the fix is the last one known, if any. */
  record Exit(Encounter encounter, ResolveReason reason, Instant occurredAt, @Nullable Fix fix)
      implements ZoneEvent {}
}
