package org.airwitness.zone.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a zone is in its life; only an active one is evaluated. */
public enum ZoneStatus {
  /** Prepared, not yet in force. */
  DRAFT,
  /** In force while it is valid. */
  ACTIVE,
  /** No longer in force; kept with its history. */
  WITHDRAWN;

  /** Name in requests, answers and the database. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds the status with this label. */
  public static Optional<ZoneStatus> find(String label) {
    return Arrays.stream(values()).filter(status -> status.label().equals(label)).findFirst();
  }

  /** All labels, for people. */
  public static String labels() {
    return Arrays.stream(values()).map(ZoneStatus::label).collect(Collectors.joining(", "));
  }
}
