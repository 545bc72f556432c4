package org.airwitness.standalone.bench;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.airwitness.contract.ProtobufDeserializer;
import org.airwitness.contract.Topics;
import org.airwitness.contract.v1.Observation;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Counts what is on the bus. */
final class BusCount {

  private static final Duration POLL = Duration.ofMillis(500);

  private BusCount() {}

  /** Observations of an agency that are on the bus now, each once. */
  static long observations(String bootstrapServers, String agency) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(
            settings, new StringDeserializer(), new ProtobufDeserializer.OfObservation())) {
      var partitions =
          consumer.partitionsFor(Topics.OBSERVATIONS).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return count(consumer, consumer.endOffsets(partitions), agency);
    }
  }

  private static long count(
      KafkaConsumer<String, Observation> consumer, Map<TopicPartition, Long> ends, String agency) {
    var ids = new LongIds();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer
          .poll(POLL)
          .forEach(record -> {
            if (agency.equals(record.key())) {
              ids.add(record.value().getObservationId());
            }
          });
    }
    return ids.countDistinct();
  }

  /**
   * Ids, several million of them in little memory: of each its first eight bytes, which are as good
   * as random.
   */
  private static final class LongIds {

    private long[] starts = new long[1 << 16];
    private int size;

    void add(ByteString id) {
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, 2 * size);
      }
      starts[size++] = id.asReadOnlyByteBuffer().getLong();
    }

    long countDistinct() {
      Arrays.sort(starts, 0, size);
      long distinct = 0;
      for (int i = 0; i < size; i++) {
        if (i == 0 || starts[i] != starts[i - 1]) {
          distinct++;
        }
      }
      return distinct;
    }
  }
}
