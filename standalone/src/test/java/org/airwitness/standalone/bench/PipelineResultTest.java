package org.airwitness.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineResultTest {

  @Test
  void reportsOneLineOfJsonInTheDocumentedOrder() {
    var result = result(1_000, 1_000, 1_000);

    assertThat(result.json())
        .isEqualTo(
            "{\"bench\":\"pipeline\",\"sensors\":5,\"published\":1000,\"acknowledged\":1000,"
                + "\"stored\":1000,\"lost\":0,\"doubled\":0,\"observationsPerSecond\":99.5,"
                + "\"latencyMs\":{\"p50\":10.1,\"p95\":20.0,\"p99\":30.0},"
                + "\"cpuMicrosPerObservation\":{\"total\":21.0,\"ingest\":1.0,\"track\":2.0,"
                + "\"zone\":3.0,\"alert\":4.0,\"kafka\":5.0,\"postgres\":6.0}}");
  }

  @Test
  void countsAsLostWhatWasAcknowledgedAndNotStored() {
    assertThat(result(1_000, 990, 980).lost()).isEqualTo(10);
    assertThat(result(1_000, 980, 990).lost()).isZero();
  }

  @Test
  void countsAsDoubledWhatIsStoredMoreOftenThanPublished() {
    assertThat(result(1_000, 1_000, 1_003).doubled()).isEqualTo(3);
  }

  private static PipelineResult result(long published, long acknowledged, long stored) {
    return new PipelineResult(
        5,
        published,
        acknowledged,
        stored,
        7,
        99.51,
        List.of(10.11, 20.0, 30.0),
        Map.of(
            "ingest", 1.0, "track", 2.0, "zone", 3.0, "alert", 4.0, "kafka", 5.0, "postgres", 6.0));
  }
}
