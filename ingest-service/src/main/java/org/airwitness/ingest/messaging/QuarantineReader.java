package org.airwitness.ingest.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.Set;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.messaging.BusReader;
import org.airwitness.platform.store.BusPositions;
import org.apache.kafka.common.TopicPartition;

/** Makes {@link QuarantineConsumer} go on where the database says; it keeps no state in memory. */
@Singleton
@Identifier("quarantine-rows")
class QuarantineReader extends BusReader {
  static final String CONSUMER = "quarantine-rows";

  QuarantineReader(BusPositions positions) {
    super(CONSUMER, positions);
  }

  @Override
  protected void load(TopicPartition partition, Set<AgencyId> agencies) {}

  @Override
  protected void forget(TopicPartition partition) {}
}
