package org.airwitness.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

  private static final String TOPIC = "airwitness.test.v1";

  @TempDir Path directory;

  @Test
  void keepsRecordsOverRestart() throws Exception {
    // Given
    try (var kafka = EmbeddedKafka.start(directory)) {
      kafka.createTopics(1, List.of(TOPIC));
      publish(kafka, "heard");
    }

    // When
    try (var kafka = EmbeddedKafka.start(directory)) {
      kafka.createTopics(1, List.of(TOPIC));
      publish(kafka, "again");

      // Then
      assertThat(readAll(kafka, 2)).containsExactly("heard", "again");
    }
  }

  /** What the killed JVM of the next test runs. */
  static final class Victim {
    public static void main(String[] arguments) throws Exception {
      var kafka = EmbeddedKafka.start(Path.of(arguments[0]));
      kafka.createTopics(1, List.of(TOPIC));
      publish(kafka, "heard");
      System.out.println("published");
      Thread.sleep(60_000);
    }
  }

  @Test
  void keepsAcceptedRecordsAfterKill() throws Exception {
    // Given
    try (var victim = ChildJvm.start(Victim.class, directory)) {
      assertThat(victim.readLine()).isEqualTo("published");
      victim.kill();
    }

    // When
    try (var kafka = EmbeddedKafka.start(directory)) {

      // Then
      assertThat(readAll(kafka, 1)).containsExactly("heard");
    }
  }

  @Test
  void makesTopicsWithPartitionsAndSettings() throws Exception {
    try (var kafka = EmbeddedKafka.start(directory);
        var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      kafka.createTopics(4, List.of(TOPIC), Map.of("retention.ms", "86400000"));

      var topic = admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC);
      assertThat(topic.partitions()).hasSize(4);
    }
  }

  @Test
  void makesNoTopicByItself() {
    try (var kafka = EmbeddedKafka.start(directory)) {
      assertThatThrownBy(() -> publish(kafka, "lost")).hasMessageContaining("not present");
    }
  }

  @Test
  void refusesDirectoryOfRunningBroker() {
    try (var kafka = EmbeddedKafka.start(directory)) {
      assertThatThrownBy(() -> EmbeddedKafka.start(directory))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("in use");
      assertThat(kafka.port()).isPositive();
    }
  }

  private static void publish(EmbeddedKafka kafka, String value) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all", "max.block.ms", 5_000);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, "agency", value)).get(10, TimeUnit.SECONDS);
    }
  }

  private static List<String> readAll(EmbeddedKafka kafka, int count) {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
    var values = new ArrayList<String>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      var partition = new TopicPartition(TOPIC, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (values.size() < count && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }
}
