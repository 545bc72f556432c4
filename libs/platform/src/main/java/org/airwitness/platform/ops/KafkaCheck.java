package org.airwitness.platform.ops;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Ready only while Kafka answers, within {@value #LIMIT_MS} ms. */
@Readiness
@ApplicationScoped
public class KafkaCheck implements AsyncHealthCheck {
  private static final int LIMIT_MS = 1500;

  private final Map<String, Object> settings;
  private @Nullable Admin admin;

  KafkaCheck(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    settings = new HashMap<>(kafka);
    settings.keySet().retainAll(AdminClientConfig.configNames());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT_MS);
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom()
        .completionStage(() -> admin().describeCluster().nodes().toCompletionStage())
        .map(nodes -> answer().withData("brokers", nodes.size()).up().build())
        .ifNoItem()
        .after(Duration.ofMillis(2L * LIMIT_MS))
        .fail()
        .onFailure()
        .recoverWithItem(failure ->
            answer().withData("error", String.valueOf(failure.getMessage())).down().build());
  }

  private static HealthCheckResponseBuilder answer() {
    return HealthCheckResponse.named("kafka");
  }

  /** Made with the first question: a name of Kafka that is not known yet must not end the start. */
  private synchronized Admin admin() {
    if (admin == null) {
      admin = Admin.create(settings);
    }
    return admin;
  }

  @PreDestroy
  synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }
}
