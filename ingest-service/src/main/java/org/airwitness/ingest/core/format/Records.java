package org.airwitness.ingest.core.format;

import java.time.Instant;
import java.util.UUID;
import org.airwitness.contract.DeterministicId;
import org.airwitness.ingest.core.Evidence;
import org.airwitness.ingest.core.Reception;
import org.airwitness.ingest.core.SensorTime;
import org.airwitness.ingest.core.Sighting;
import org.jspecify.annotations.Nullable;

/** From decoded records of feeds to sightings. */
final class Records {
  /**
   * Records that say the same within this are one, where nothing in them tells them apart: an
   * aircraft that hovers is heard again and again, and a message sent twice is still recognised.
   */
  private static final int SAME_FOR_S = 5;

  private Records() {}

  static Sighting sighting(
      Feed feed, Item item, String evidence, SensorTime time, Reception reception, Draft draft) {
    return new Sighting(
        item.index(),
        item.content(),
        frameId(feed, item.content(), evidence, time),
        time,
        reception,
        draft.claim(),
        new Evidence(evidence, item.content()),
        draft.findings());
  }

  /** Digests a record, which has its transmitter in it, and its time where it has one. */
  static UUID frameId(Feed feed, byte[] content, String evidence, SensorTime time) {
    Instant arrivedAt = feed.message().arrivedAt();
    long span = time.receivedAt() == null ? span(arrivedAt) : 0;
    return DeterministicId.of(evidence).with(span).with(content).toUuid();
  }

  /** Returns the number of the span of time in which the same is the same. */
  static long span(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), SAME_FOR_S);
  }

  static SensorTime time(@Nullable Instant receivedAt) {
    return receivedAt == null ? SensorTime.NONE : SensorTime.of(receivedAt);
  }
}
