package org.airwitness.alert.messaging;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the live stream has got to, as long as this process lives. A consumer that lost Kafka for a
 * while goes on there, not at the end, so that nobody who watches misses what happened meanwhile.
 */
@ApplicationScoped
@Identifier("live-alerts")
public class LiveAlertPosition implements KafkaConsumerRebalanceListener {
  private final Map<TopicPartition, Long> nextOffsets = new ConcurrentHashMap<>();

  void onRead(TopicPartition partition, long nextOffset) {
    nextOffsets.put(partition, nextOffset);
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> kafka, Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      kafka.seek(partition, nextOffsets.computeIfAbsent(partition, first -> kafka.position(first)));
    }
  }
}
