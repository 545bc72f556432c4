package org.airwitness.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.airwitness.contract.Topics;
import org.airwitness.embedded.DirectoryTree;
import org.airwitness.embedded.EmbeddedKafka;
import org.airwitness.embedded.EmbeddedPostgres;
import org.airwitness.embedded.ServiceDatabase;

/**
 * A real PostgreSQL and a real Kafka for a {@code @QuarkusTest}; the argument {@code service} names
 * the schema. The application connects as its own role, as in production.
 */
public final class Engines implements QuarkusTestResourceLifecycleManager {
  /** Configuration key that tells a test where Kafka is. */
  public static final String KAFKA = "kafka.bootstrap.servers";

  private String service = "";
  private EmbeddedPostgres postgres;
  private EmbeddedKafka kafka;
  private Path kafkaDirectory;

  @Override
  public void init(Map<String, String> arguments) {
    service = arguments.get("service");
  }

  @Override
  public Map<String, String> start() {
    try {
      kafkaDirectory = Files.createTempDirectory("airwitness-kafka");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    kafka = EmbeddedKafka.start(kafkaDirectory);
    kafka.createTopics(2, Topics.ALL);
    postgres = EmbeddedPostgres.startTemporary();
    return configuration(postgres.provisionService(service));
  }

  private Map<String, String> configuration(ServiceDatabase database) {
    Map<String, String> configuration = new HashMap<>(database.quarkusProperties());
    configuration.put(KAFKA, kafka.bootstrapServers());
    configuration.put("quarkus.oidc.public-key", Tokens.publicKey());
    return configuration;
  }

  @Override
  public void stop() {
    try {
      if (kafka != null) {
        kafka.close();
      }
      if (postgres != null) {
        postgres.close();
      }
      if (kafkaDirectory != null) {
        DirectoryTree.delete(kafkaDirectory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
