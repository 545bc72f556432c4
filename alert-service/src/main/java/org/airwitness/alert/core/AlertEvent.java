package org.airwitness.alert.core;

import java.util.Arrays;
import java.util.Optional;

/** A change of an alert's state that subscribers can ask to be told of. */
public enum AlertEvent {
  RAISED("alert.raised"),
  ACKNOWLEDGED("alert.acknowledged"),
  RESOLVED("alert.resolved");

  private final String wireName;

  AlertEvent(String wireName) {
    this.wireName = wireName;
  }

  /** The name in subscriptions and webhook bodies, for example {@code alert.raised}. */
  public String wireName() {
    return wireName;
  }

  public static Optional<AlertEvent> findByWireName(String name) {
    return Arrays.stream(values()).filter(event -> event.wireName.equals(name)).findFirst();
  }
}
