package org.airwitness.track.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.messaging.BusReader;
import org.airwitness.platform.store.BusPositions;
import org.apache.kafka.common.TopicPartition;

/** Puts the tracks of a partition back into memory before its observations flow. */
@Singleton
@Identifier("observations")
class ObservationsReader extends BusReader {
  static final String CONSUMER = "tracking";
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Tracking tracking;

  ObservationsReader(BusPositions positions, Tracking tracking) {
    super(CONSUMER, positions);
    this.tracking = tracking;
  }

  @Override
  protected void load(TopicPartition partition, Set<AgencyId> agencies) {
    tracking.load(partition.partition(), agencies).await().atMost(LIMIT);
  }

  @Override
  protected void forget(TopicPartition partition) {
    tracking.forget(partition.partition()).await().atMost(LIMIT);
  }
}
