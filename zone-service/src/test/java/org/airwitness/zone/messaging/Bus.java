package org.airwitness.zone.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.airwitness.contract.Headers;
import org.airwitness.contract.ProtobufDeserializer;
import org.airwitness.contract.Topics;
import org.airwitness.contract.v1.TrackUpdate;
import org.airwitness.contract.v1.ZoneEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The neighbours of zone-service on a real Kafka: track-service before it, alert-service after. */
public final class Bus implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, ZoneEvent> consumer;
  private final List<ZoneEvent> heard = new ArrayList<>();
  private long lastPublishedMs;

  public Bus(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "group.id", "test-" + UUID.randomUUID()),
            new StringDeserializer(),
            new ProtobufDeserializer.OfZoneEvent());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.ZONE_EVENTS).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  public void send(TrackUpdate... updates) {
    for (TrackUpdate update : updates) {
      send(update.getAgencyId(), update.toByteArray());
    }
  }

  /** When the newest event heard was published, milliseconds since 1970. */
  public long lastPublishedMs() {
    return lastPublishedMs;
  }

  /** Sends without waiting until it is accepted. */
  public void stream(TrackUpdate update) {
    produce(update.getAgencyId(), update.toByteArray());
  }

  private Future<RecordMetadata> produce(String key, byte[] value) {
    var record = new ProducerRecord<>(Topics.TRACKS, key, value);
    record.headers().add(Headers.AGENCY, key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return producer.send(record);
  }

  public void send(String key, byte[] value) {
    try {
      produce(key, value).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything heard of an agency so far. */
  public List<ZoneEvent> events(String agency) {
    for (ConsumerRecord<String, ZoneEvent> record : consumer.poll(Duration.ofMillis(100))) {
      heard.add(record.value());
      lastPublishedMs = record.timestamp();
    }
    return heard.stream().filter(event -> event.getAgencyId().equals(agency)).toList();
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}
