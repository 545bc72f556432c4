package org.airwitness.alert.core;

/** How urgent an alert is. */
public enum Severity {
  MAJOR,
  CRITICAL
}
