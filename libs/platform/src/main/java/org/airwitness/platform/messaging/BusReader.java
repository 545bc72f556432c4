package org.airwitness.platform.messaging;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.ops.ProcessEnd;
import org.airwitness.platform.store.BusPositions;
import org.airwitness.platform.store.BusPositions.BusPosition;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Rebalance listener that makes a consumer go on where its database says, after the state of the
 * partition's agencies has been loaded. It runs on Kafka's polling thread and may block.
 */
public abstract class BusReader implements KafkaConsumerRebalanceListener {
  private static final Logger LOG = Logger.getLogger(BusReader.class);
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

  /** Fewer than Kafka's five minutes between polls allow. */
  private static final int ATTEMPTS = 120;

  private final String consumer;
  private final BusPositions positions;
  private volatile boolean joined;

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
      kafka.seek(partition, persistently(partition, () -> nextOffset(kafka, partition)));
    }
    joined = true;
  }

  /** The name under which positions are kept. */
  public String consumer() {
    return consumer;
  }

  /** Whether Kafka has dealt this consumer its partitions, be it none, and it is at its place. */
  public boolean hasJoined() {
    return joined;
  }

  private long nextOffset(Consumer<?, ?> kafka, TopicPartition partition) {
    Optional<BusPosition> position = positions.find(consumer, partition).await().atMost(LIMIT);
    load(partition, position.map(BusPosition::agencies).orElse(Set.of()));
    long next =
        position
            .map(BusPosition::nextOffset)
            .orElseGet(() -> kafka.beginningOffsets(Set.of(partition)).get(partition));
    LOG.infof("%s goes on at offset %d of %s", consumer, next, partition);
    return next;
  }

  /** Tries until the database answers: without its position a consumer must not read. */
  private long persistently(TopicPartition partition, LongSupplier step) {
    for (int attempt = 1; ; attempt++) {
      try {
        return step.getAsLong();
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS) {
          ProcessEnd.because(e);
          throw e;
        }
        LOG.warnf("%s waits to read %s: %s", consumer, partition, e.getMessage());
        pause();
      }
    }
  }

  private static void pause() {
    Uni.createFrom().voidItem().onItem().delayIt().by(BETWEEN_ATTEMPTS).await().indefinitely();
  }

  @Override
  public void onPartitionsRevoked(Consumer<?, ?> kafka, Collection<TopicPartition> partitions) {
    partitions.forEach(this::forget);
  }
}
