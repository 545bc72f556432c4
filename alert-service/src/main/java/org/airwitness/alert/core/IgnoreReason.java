package org.airwitness.alert.core;

import java.util.Locale;

/** Why an event changed nothing. */
public enum IgnoreReason {
  /** The zone's restriction raises no alert. */
  NOT_APPLICABLE,
  /** Not newer in event time than what is known. */
  STALE,
  /** The episode has already ended. */
  ENDED,
  /** The end of an episode of which no alert is known. */
  UNKNOWN_EPISODE;

  /** Value of the metric tag. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
