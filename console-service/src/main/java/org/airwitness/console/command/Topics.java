package org.airwitness.console.command;

import static org.airwitness.contract.Topics.ALL;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/** Creates the topics of the wire that are missing; those that exist stay as they are. */
@ApplicationScoped
class Topics {
  private static final Logger LOG = Logger.getLogger(Topics.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<String, Object> kafka;

  Topics(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.kafka = kafka;
  }

  void create(Options options) throws InterruptedException {
    int partitions = options.number("partitions", 12);
    int copies = options.number("replication", -1);
    var retention = Duration.ofHours(options.number("retention-hours", 24));
    try (Admin admin = Admin.create(kafka)) {
      var missing = new TreeSet<>(ALL);
      missing.removeAll(existing(admin));
      for (String name : missing) {
        create(
            admin,
            new NewTopic(
                    name, Optional.of(partitions), Optional.of((short) copies).filter(n -> n > 0))
                .configs(
                    Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()))));
      }
      LOG.infof("%d of %d topics were missing and are created", missing.size(), ALL.size());
    }
  }

  private static Set<String> existing(Admin admin) throws InterruptedException {
    try {
      return await(admin.listTopics().names());
    } catch (ExecutionException e) {
      throw new CommandException("Kafka does not list its topics: " + e.getCause(), e);
    }
  }

  private static void create(Admin admin, NewTopic topic) throws InterruptedException {
    try {
      await(admin.createTopics(Set.of(topic)).all());
      LOG.infof("Created %s", topic);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new CommandException(
            "Kafka does not create %s: %s".formatted(topic.name(), e.getCause()), e);
      }
    }
  }

  private static <T> T await(KafkaFuture<T> future)
      throws InterruptedException, ExecutionException {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new CommandException("Kafka does not answer within " + PATIENCE.toSeconds() + " s", e);
    }
  }
}
