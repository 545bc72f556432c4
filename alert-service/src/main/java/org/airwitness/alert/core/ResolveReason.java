package org.airwitness.alert.core;

/** Why an alert came to its end. */
public enum ResolveReason {
  LEFT,
  TRACK_LOST,
  ZONE_REMOVED,
  ZONE_CHANGED,
  ZONE_INACTIVE
}
