package org.airwitness.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka broker, its own controller (KRaft), inside this process, on the loopback address only.
 *
 * <p>The directory keeps topics and records over restarts and over {@code kill -9}. Replication is
 * 1 and topics are never made by themselves. Kafka logs through slf4j; its start-up chatter is
 * turned down where java.util.logging is underneath.
 */
public final class EmbeddedKafka implements AutoCloseable {

  private static final int NODE_ID = 1;
  private static final String CLUSTER_ID = "YWlyd2l0bmVzcy1vbmUwMQ";

  /** Held so that their levels are not garbage collected. */
  private static final List<Logger> CHATTY =
      Stream.of(
              "kafka",
              "state.change.logger",
              "org.apache.kafka.common.metadata",
              "org.apache.kafka.common.utils.AppInfoParser",
              "org.apache.kafka.clients.admin.AdminClientConfig",
              "org.apache.kafka.controller",
              "org.apache.kafka.coordinator",
              "org.apache.kafka.image",
              "org.apache.kafka.metadata",
              "org.apache.kafka.queue",
              "org.apache.kafka.raft",
              "org.apache.kafka.server",
              "org.apache.kafka.snapshot",
              "org.apache.kafka.storage")
          .map(Logger::getLogger)
          .toList();

  private final DirectoryLock lock;
  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedKafka(DirectoryLock lock, KafkaRaftServer server, int port) {
    this.lock = lock;
    this.server = server;
    this.port = port;
  }

  /** Starts a broker on a free port; see {@link #start(Path, int)}. */
  public static EmbeddedKafka start(Path directory) {
    return start(directory, 0);
  }

  /**
   * Starts a broker over the directory and returns when clients can use it.
   *
   * @param directory where everything is kept; made when absent
   * @param port TCP port on 127.0.0.1, or 0 for a free one
   * @throws EngineException when the directory is in use or the broker does not start
   */
  public static EmbeddedKafka start(Path directory, int port) {
    return start(directory, port, Map.of());
  }

  /**
   * Starts a broker with more settings, for example another listener.
   *
   * @param more settings of the broker; what we set as well, a list each time, grows by it
   */
  public static EmbeddedKafka start(Path directory, int port, Map<String, String> more) {
    var lock = DirectoryLock.take(directory);
    try {
      quieten();
      int listen = port == 0 ? FreePort.find() : port;
      var logs = Files.createDirectories(directory.resolve("log"));
      format(logs);
      var settings = new HashMap<>(settings(logs, listen, FreePort.find()));
      more.forEach((name, value) -> settings.merge(name, value, (ours, own) -> ours + "," + own));
      var config = new KafkaConfig(settings, false);
      var server = new KafkaRaftServer(config, Time.SYSTEM);
      server.startup();
      return new EmbeddedKafka(lock, server, listen);
    } catch (Exception e) {
      lock.close();
      throw new EngineException("Kafka did not start over " + directory + ": " + e.getMessage(), e);
    }
  }

  /** The address for clients, {@code 127.0.0.1:port}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** The TCP port of the broker on 127.0.0.1. */
  public int port() {
    return port;
  }

  /**
   * Makes the topics that do not exist yet; existing ones stay as they are.
   *
   * @param partitions number of partitions of each new topic
   */
  public void createTopics(int partitions, Collection<String> names) {
    createTopics(partitions, names, Map.of());
  }

  /**
   * Makes the topics that do not exist yet, with settings such as {@code retention.ms}.
   *
   * @throws EngineException when the broker refuses or does not answer within 30 s
   */
  public void createTopics(int partitions, Collection<String> names, Map<String, String> settings) {
    var topics = new ArrayList<NewTopic>();
    names.forEach(name -> topics.add(new NewTopic(name, partitions, (short) 1).configs(settings)));
    try (var admin = Admin.create(adminSettings())) {
      for (var outcome : admin.createTopics(topics).values().values()) {
        awaitCreated(outcome);
      }
    }
  }

  private static void awaitCreated(java.util.concurrent.Future<Void> outcome) {
    try {
      outcome.get(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("Interrupted while making topics", e);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new EngineException("Kafka refused a topic: " + e.getMessage(), e);
      }
    } catch (TimeoutException e) {
      throw new EngineException("Kafka made no topics within 30 s", e);
    }
  }

  private Map<String, Object> adminSettings() {
    return Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
  }

  /** Ends the broker in order; records accepted so far are on disk. */
  @Override
  public void close() {
    try (lock) {
      server.shutdown();
      server.awaitShutdown();
    }
  }

  private static void format(Path logs) throws Exception {
    new Formatter()
        .setClusterId(CLUSTER_ID)
        .setNodeId(NODE_ID)
        .setControllerListenerName("CONTROLLER")
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setIgnoreFormatted(true)
        .setMetadataLogDirectory(logs.toString())
        .addDirectory(logs.toString())
        .setPrintStream(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()))
        .run();
  }

  private static Map<String, String> settings(Path logs, int port, int controllerPort) {
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", Integer.toString(NODE_ID)),
        Map.entry("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry("inter.broker.listener.name", "BROKER"),
        Map.entry(
            "listeners",
            "BROKER://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
        Map.entry("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT"),
        Map.entry("log.dirs", logs.toString()),
        Map.entry("auto.create.topics.enable", "false"),
        // One replica of everything; consumers keep their positions elsewhere.
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "1"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.num.partitions", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        // After a kill the controller waits this long before it lets the same broker in again.
        Map.entry("broker.session.timeout.ms", "3000"),
        Map.entry("broker.heartbeat.interval.ms", "500"),
        // Small files and few threads.
        Map.entry("log.segment.bytes", "67108864"),
        Map.entry("log.index.size.max.bytes", "1048576"),
        Map.entry("metadata.log.segment.bytes", "16777216"),
        Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "3"),
        Map.entry("background.threads", "2"),
        Map.entry("num.recovery.threads.per.data.dir", "2"));
  }

  private static void quieten() {
    for (var logger : CHATTY) {
      if (logger.getLevel() == null) {
        logger.setLevel(Level.WARNING);
      }
    }
  }
}
