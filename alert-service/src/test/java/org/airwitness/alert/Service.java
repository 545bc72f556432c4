package org.airwitness.alert;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.airwitness.contract.ProtobufSerializer;
import org.airwitness.contract.Topics;
import org.airwitness.contract.v1.ZoneEvent;
import org.airwitness.platform.testing.Engines;
import org.airwitness.platform.testing.Tokens;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The running service as its neighbours see it: the bus on one side, the API on the other. */
public final class Service implements AutoCloseable {
  private final KafkaProducer<String, com.google.protobuf.MessageLite> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", kafka(), "linger.ms", 0),
          new StringSerializer(),
          new ProtobufSerializer());

  static String kafka() {
    return ConfigProvider.getConfig().getValue(Engines.KAFKA, String.class);
  }

  /** A name nobody else uses. */
  public static String newAgency() {
    return "agency-" + UUID.randomUUID();
  }

  public RecordMetadata publish(ZoneEvent... events) {
    Future<RecordMetadata> last = null;
    for (ZoneEvent event : events) {
      last = producer.send(new ProducerRecord<>(Topics.ZONE_EVENTS, event.getAgencyId(), event));
    }
    try {
      return last.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  public void publishRaw(String key, byte[] value) {
    try (var raw =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", kafka()),
            new StringSerializer(),
            new org.apache.kafka.common.serialization.ByteArraySerializer())) {
      raw.send(new ProducerRecord<>(Topics.ZONE_EVENTS, key, value)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  public static RequestSpecification as(String agency, String... roles) {
    return given().auth().oauth2(Tokens.of(agency, roles));
  }

  public static RequestSpecification admin(String agency) {
    return as(agency, "agency-admin").contentType("application/json");
  }

  public static Response alert(String agency, UUID id) {
    return as(agency, "viewer").get("/api/v1/alerts/{id}", id);
  }

  /** Subscribes a receiver to everything and returns the answer. */
  public static Response subscribe(String agency, String url) {
    return admin(agency)
        .body(
            Map.of(
                "type",
                "webhook",
                "url",
                url,
                "events",
                java.util.List.of("alert.raised", "alert.acknowledged", "alert.resolved")))
        .post("/api/v1/subscriptions");
  }

  @Override
  public void close() {
    producer.close();
  }
}
