package org.airwitness.alert.core;

/** Whether the drone is between the zone's vertical limits, as far as its height is known. */
public enum VerticalVerdict {
  IN,
  UNKNOWN
}
