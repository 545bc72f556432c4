package org.airwitness.standalone.bench;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * What a pipeline run measured.
 *
 * @param published observations in published batches
 * @param acknowledged observations in batches whose PUBACK came
 * @param stored observations in the history of the agency at the end
 * @param alerts alerts whose latency is known
 * @param observationsPerSecond stored observations over the time until all were stored
 * @param latencyMs 50th, 95th and 99th percentile
 * @param cpuMicros processor time per observation by part, after the warm-up
 */
public record PipelineResult(
    int sensors,
    long published,
    long acknowledged,
    long stored,
    long alerts,
    double observationsPerSecond,
    List<Double> latencyMs,
    Map<String, Double> cpuMicros) {

  /** The parts in the order of the report; {@code kafka} is the launcher's process. */
  static final List<String> PARTS =
      List.of("ingest", "track", "zone", "alert", "kafka", "postgres");

  public PipelineResult {
    latencyMs = List.copyOf(latencyMs);
    cpuMicros = Map.copyOf(cpuMicros);
  }

  /** Acknowledged and not stored. */
  public long lost() {
    return Math.max(0, acknowledged - stored);
  }

  /** Stored more often than published. */
  public long doubled() {
    return Math.max(0, stored - published);
  }

  /** The report as one line of JSON. */
  public String json() {
    var cpu = new JsonObject().put("total", rounded(totalCpuMicros()));
    PARTS.forEach(part -> cpu.put(part, rounded(cpuMicros.getOrDefault(part, 0.0))));
    return new JsonObject()
        .put("bench", "pipeline")
        .put("sensors", sensors)
        .put("published", published)
        .put("acknowledged", acknowledged)
        .put("stored", stored)
        .put("lost", lost())
        .put("doubled", doubled())
        .put("observationsPerSecond", rounded(observationsPerSecond))
        .put(
            "latencyMs",
            new JsonObject()
                .put("p50", rounded(latencyMs.get(0)))
                .put("p95", rounded(latencyMs.get(1)))
                .put("p99", rounded(latencyMs.get(2))))
        .put("cpuMicrosPerObservation", cpu)
        .encode();
  }

  /** The report for a person. */
  public String text() {
    var text = new StringBuilder();
    text.append(
        "%d sensors, %,d observations published, %,d acknowledged, %,d stored, %d lost, %d doubled%n"
            .formatted(sensors, published, acknowledged, stored, lost(), doubled()));
    text.append("%.0f observations/s sustained%n".formatted(observationsPerSecond));
    text.append(
        "frame published to alert received: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms (%d alerts)%n"
            .formatted(latencyMs.get(0), latencyMs.get(1), latencyMs.get(2), alerts));
    text.append("CPU per observation: %.1f us".formatted(totalCpuMicros()));
    PARTS.forEach(
        part -> text.append(", %s %.1f".formatted(part, cpuMicros.getOrDefault(part, 0.0))));
    return text.toString();
  }

  private double totalCpuMicros() {
    return cpuMicros.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
