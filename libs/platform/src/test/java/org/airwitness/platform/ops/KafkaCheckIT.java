package org.airwitness.platform.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.airwitness.embedded.EmbeddedKafka;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaCheckIT {
  @TempDir Path directory;

  @Test
  void saysWhetherKafkaAnswersAndFindsItAgain() {
    var kafka = EmbeddedKafka.start(directory);
    int port = kafka.port();
    var check = new KafkaCheck(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    assertThat(answer(check).getStatus()).isEqualTo(Status.UP);

    kafka.close();
    HealthCheckResponse away = answer(check);
    assertThat(away.getStatus()).isEqualTo(Status.DOWN);
    assertThat(away.getData()).isPresent();

    try (var again = EmbeddedKafka.start(directory, port)) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> answer(check).getStatus() == Status.UP);
    }
    check.close();
  }

  private static HealthCheckResponse answer(KafkaCheck check) {
    return check.call().await().atMost(Duration.ofSeconds(5));
  }
}
