package org.airwitness.ingest.core;

import java.util.HashMap;
import java.util.Map;

/** How many items of a message or of a span of time had which outcome; they add up to all sent. */
public record Tally(int accepted, int duplicate, Map<String, Integer> quarantined) {
  public Tally {
    quarantined = Map.copyOf(quarantined);
  }

  static Tally of(int accepted, int duplicate, Iterable<Refusal> refusals) {
    Map<String, Integer> quarantined = new HashMap<>();
    refusals.forEach(refusal -> quarantined.merge(refusal.reason(), 1, Integer::sum));
    return new Tally(accepted, duplicate, quarantined);
  }

  /** Returns the sum of both. */
  public Tally plus(Tally other) {
    Map<String, Integer> sum = new HashMap<>(quarantined);
    other.quarantined.forEach((reason, count) -> sum.merge(reason, count, Integer::sum));
    return new Tally(accepted + other.accepted, duplicate + other.duplicate, sum);
  }
}
