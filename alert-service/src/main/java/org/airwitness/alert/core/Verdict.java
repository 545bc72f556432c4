package org.airwitness.alert.core;

import java.util.List;

/** What a rule makes of one event. */
sealed interface Verdict {
  /** Changes of one alert, in order. */
  record Changed(List<AlertChange> changes) implements Verdict {}

  record Ignored(IgnoreReason reason) implements Verdict {}
}
