package org.airwitness.platform.messaging;

import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.BusPositions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Rebalance listener that makes a consumer go on where its database says, after the state of the
 * partition's agencies has been loaded. It runs on Kafka's polling thread and may block.
 */
public abstract class BusReader implements KafkaConsumerRebalanceListener {
  private static final Logger LOG = Logger.getLogger(BusReader.class);
  private static final Duration LOAD_LIMIT = Duration.ofSeconds(60);

  private final String consumer;
  private final BusPositions positions;

  protected BusReader(String consumer, BusPositions positions) {
    this.consumer = consumer;
    this.positions = positions;
  }

  /** Loads what the service must remember of these agencies before their next record; may block. */
  protected abstract void load(TopicPartition partition, Set<AgencyId> agencies);

  /** Forgets the state of a partition that another instance reads from now on. */
  protected abstract void forget(TopicPartition partition);

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> kafka, Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      var position = positions.find(consumer, partition).await().atMost(LOAD_LIMIT);
      if (position.isPresent()) {
        load(partition, position.get().agencies());
        kafka.seek(partition, position.get().nextOffset());
        LOG.infof(
            "%s goes on at offset %d of %s", consumer, position.get().nextOffset(), partition);
      } else {
        load(partition, Set.of());
        kafka.seekToBeginning(Set.of(partition));
        LOG.infof("%s begins to read %s", consumer, partition);
      }
    }
  }

  @Override
  public void onPartitionsRevoked(Consumer<?, ?> kafka, Collection<TopicPartition> partitions) {
    partitions.forEach(this::forget);
  }
}
