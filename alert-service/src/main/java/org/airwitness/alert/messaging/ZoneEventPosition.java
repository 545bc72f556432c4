package org.airwitness.alert.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.Set;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.messaging.BusReader;
import org.airwitness.platform.store.BusPositions;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes {@link ZoneEventConsumer} go on where the database says; it remembers nothing in memory.
 */
@Singleton
@Identifier("zone-events")
public class ZoneEventPosition extends BusReader {
  ZoneEventPosition(BusPositions positions) {
    super(ZoneEventConsumer.NAME, positions);
  }

  @Override
  protected void load(TopicPartition partition, Set<AgencyId> agencies) {}

  @Override
  protected void forget(TopicPartition partition) {}
}
