package org.airwitness.ingest.core;

import java.util.List;

/**
 * Answer to a numbered batch.
 *
 * @param accepted items that are on the bus, now or since an earlier sending
 */
public record Receipt(long boot, long sequence, int accepted, List<Rejected> rejected) {
  public Receipt {
    rejected = List.copyOf(rejected);
  }

  /**
   * One item that was not accepted.
   *
   * @param item index in the batch, {@link Refusal#WHOLE_MESSAGE} for all of it
   */
  public record Rejected(int item, String reason) {}

  static Receipt of(BatchKey batch, int accepted, List<Refusal> refusals) {
    return new Receipt(
        batch.boot(),
        batch.sequence(),
        accepted,
        refusals.stream().map(refusal -> new Rejected(refusal.item(), refusal.reason())).toList());
  }
}
