package org.airwitness.airspace;

/** What an unknown height means where a zone has limits that need one. */
public enum UnknownHeight {
  /** Not in the zone: its events are raised only when the height is known. */
  IGNORE,
  /** In the zone, and events say that it is for information. */
  INFORM,
  /** In the zone as if the height were known to be. */
  ALERT
}
