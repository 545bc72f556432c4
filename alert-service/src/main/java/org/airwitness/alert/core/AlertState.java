package org.airwitness.alert.core;

/** Where an alert is in its life. */
public enum AlertState {
  RAISED,
  ACKNOWLEDGED,
  RESOLVED
}
