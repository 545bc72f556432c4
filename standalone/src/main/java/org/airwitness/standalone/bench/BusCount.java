package org.airwitness.standalone.bench;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
    Set<ByteString> ids = new HashSet<>();
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
    return ids.size();
  }
}
