package org.airwitness.standalone;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.airwitness.contract.Topics;
import org.airwitness.embedded.EmbeddedKafka;
import org.airwitness.embedded.EmbeddedPostgres;
import org.airwitness.embedded.ServiceDatabase;
import org.airwitness.standalone.identity.IdentityProvider;

/**
 * What the services stand on: the bus, the database and the OpenID provider.
 *
 * @param databases the schema of each service, by service name
 */
record Engines(
    EmbeddedKafka kafka,
    EmbeddedPostgres postgres,
    IdentityProvider identity,
    Map<String, ServiceDatabase> databases) {

  private static final Logger LOG = Logger.getLogger(Engines.class.getName());
  private static final int PARTITIONS = 4;
  private static final Map<String, String> TOPIC_SETTINGS = Map.of("retention.ms", "86400000");

  /** Starts all three at the same time over their directories below {@code data}. */
  static Engines start(Path data) throws IOException {
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      var kafka = started(threads, () -> kafka(data.resolve("kafka")));
      var postgres = started(threads, () -> EmbeddedPostgres.start(data.resolve("postgres")));
      var identity = started(threads, () -> IdentityProvider.start(data.resolve("identity")));
      try {
        return new Engines(
            result(kafka), result(postgres), result(identity), provision(result(postgres)));
      } catch (RuntimeException | IOException e) {
        closeStarted(kafka);
        closeStarted(postgres);
        closeStarted(identity);
        throw e;
      }
    }
  }

  /** The schema of one of {@link Installation#SERVICES}. */
  ServiceDatabase database(String service) {
    return requireNonNull(databases.get(service), service);
  }

  private static EmbeddedKafka kafka(Path directory) {
    var kafka = EmbeddedKafka.start(directory);
    kafka.createTopics(PARTITIONS, Topics.ALL, TOPIC_SETTINGS);
    return kafka;
  }

  private static Map<String, ServiceDatabase> provision(EmbeddedPostgres postgres) {
    var databases = new HashMap<String, ServiceDatabase>();
    Installation.SERVICES.forEach(name -> databases.put(name, postgres.provisionService(name)));
    return databases;
  }

  private static <T> Future<T> started(ExecutorService threads, Callable<T> start) {
    return threads.submit(start);
  }

  private static <T> T result(Future<T> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while starting", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IOException(e.getCause());
    }
  }

  private static void closeStarted(Future<? extends AutoCloseable> future) {
    try {
      future.get().close();
    } catch (Exception e) {
      LOG.log(Level.FINE, "It did not start either; the first failure is the one to tell", e);
    }
  }
}
