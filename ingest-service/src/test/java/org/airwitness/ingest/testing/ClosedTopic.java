package org.airwitness.ingest.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;

/** A topic that Kafka accepts no record for, each being too long, until this is closed. */
public final class ClosedTopic implements AutoCloseable {
  private static final String LIMIT = "max.message.bytes";

  private final Admin admin;
  private final ConfigResource topic;
  private final String before;

  public ClosedTopic(String bootstrapServers, String name) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    this.topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
    this.before = limit();
    set("1");
  }

  private void set(String bytes) {
    var change = new AlterConfigOp(new ConfigEntry(LIMIT, bytes), AlterConfigOp.OpType.SET);
    get(admin.incrementalAlterConfigs(Map.of(topic, List.of(change))).all());
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> bytes.equals(limit()));
  }

  private String limit() {
    return get(admin.describeConfigs(List.of(topic)).all()).get(topic).get(LIMIT).value();
  }

  private static <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get(10, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Kafka does not answer", e);
    }
  }

  @Override
  public void close() {
    set(before);
    admin.close();
  }
}
