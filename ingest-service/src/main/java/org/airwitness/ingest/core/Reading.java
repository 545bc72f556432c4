package org.airwitness.ingest.core;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a format made of a message.
 *
 * @param ignored objects the format has but the platform has no use for
 * @param sensorPosition where a mobile sensor says it is
 * @param envelope makes what of the message its items cannot be read without, null when nothing;
 *     asked only when an item is refused
 * @param batch set by formats with numbered batches; such a message is answered with a receipt
 */
public record Reading(
    List<Sighting> sightings,
    List<StatusReport> statuses,
    List<Refusal> refusals,
    int ignored,
    @Nullable GeoPoint sensorPosition,
    @Nullable Supplier<byte[]> envelope,
    @Nullable BatchKey batch) {
  public Reading {
    sightings = List.copyOf(sightings);
    statuses = List.copyOf(statuses);
    refusals = List.copyOf(refusals);
  }

  /** A message without numbered batches. */
  public static Reading of(
      List<Sighting> sightings, List<StatusReport> statuses, List<Refusal> refusals, int ignored) {
    return new Reading(sightings, statuses, refusals, ignored, null, null, null);
  }

  /** Nothing but a refusal, without a batch number to answer to. */
  public static Reading refused(Refusal refusal) {
    return of(List.of(), List.of(), List.of(refusal), 0);
  }

  /** Returns the same with its refusals reworded. */
  public Reading withRefusals(List<Refusal> reworded) {
    return new Reading(sightings, statuses, reworded, ignored, sensorPosition, envelope, batch);
  }

  /** Whether nothing at all could be used. */
  public boolean isRefused() {
    return sightings.isEmpty() && statuses.isEmpty() && ignored == 0 && !refusals.isEmpty();
  }
}
