package org.airwitness.zone.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.messaging.BusReader;
import org.airwitness.platform.store.BusPositions;
import org.apache.kafka.common.TopicPartition;

/** Loads what was known of a partition's agencies before its records flow. */
@Singleton
@Identifier("tracks")
class TracksReader extends BusReader {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final WatchedAgencies agencies;

  TracksReader(BusPositions positions, WatchedAgencies agencies) {
    super(TracksConsumer.NAME, positions);
    this.agencies = agencies;
  }

  @Override
  protected void load(TopicPartition partition, Set<AgencyId> known) {
    agencies.load(partition, known).await().atMost(LIMIT);
  }

  /** Waits until the batch in hand is stored, so that the next reader begins behind it. */
  @Override
  protected void forget(TopicPartition partition) {
    agencies.forget(partition).await().atMost(LIMIT);
  }
}
