package org.airwitness.ingest.core;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a message: everything in it must be on the bus before it is acknowledged.
 *
 * @param quarantined what goes to quarantine; {@code refusals} also has what is only counted
 * @param duplicates items that were on the bus before
 */
public record Verdict(
    SensorMessage message,
    List<Observation> observations,
    List<StatusReport> statuses,
    List<Quarantined> quarantined,
    List<Refusal> refusals,
    int duplicates,
    int ignored,
    @Nullable BatchKey batch,
    @Nullable Receipt receipt) {
  public Verdict {
    observations = List.copyOf(observations);
    statuses = List.copyOf(statuses);
    quarantined = List.copyOf(quarantined);
    refusals = List.copyOf(refusals);
  }

  /**
   * A refusal with the id of its record.
   *
   * @param readAs null when nobody looked into the message
   */
  public record Quarantined(UUID id, Refusal refusal, @Nullable ReadAs readAs) {}

  /** Whether nothing at all could be used. */
  public boolean isRefused() {
    return observations.isEmpty()
        && statuses.isEmpty()
        && duplicates == 0
        && ignored == 0
        && !refusals.isEmpty();
  }

  /** Returns the verdict on what is in quarantine already: refused again, it is not put there. */
  public Verdict onQuarantined() {
    return isRefused()
        ? new Verdict(
            message,
            observations,
            statuses,
            List.of(),
            refusals,
            duplicates,
            ignored,
            batch,
            receipt)
        : this;
  }
}
