package org.airwitness.standalone.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;

/** What the runs of an ingest benchmark measured. */
public record IngestResult(List<Run> runs) {

  public IngestResult {
    runs = List.copyOf(runs);
  }

  /**
   * One run.
   *
   * @param messagesPerSecond acknowledged messages per second, as fast as PUBACKs come
   * @param cpuMicrosPerMessage processor time of ingest-service, Kafka and PostgreSQL together, in
   *     that part
   * @param ingestMicrosPerMessage the share of ingest-service
   * @param pubackMsP50 median time from PUBLISH to PUBACK at the steady rate, in milliseconds
   * @param pubackMsP99 its 99th percentile
   * @param lost acknowledged messages whose observation is not on the bus
   */
  public record Run(
      int sensors,
      double messagesPerSecond,
      double cpuMicrosPerMessage,
      double ingestMicrosPerMessage,
      double pubackMsP50,
      double pubackMsP99,
      long lost) {

    private String text() {
      return "%,d sensors: %,.0f messages/s, %.1f us CPU per message (ingest %.1f), PUBACK after %.1f ms, p99 %.1f ms, %d lost"
          .formatted(
              sensors,
              messagesPerSecond,
              cpuMicrosPerMessage,
              ingestMicrosPerMessage,
              pubackMsP50,
              pubackMsP99,
              lost);
    }

    private JsonObject json() {
      return new JsonObject()
          .put("sensors", sensors)
          .put("messagesPerSecond", rounded(messagesPerSecond))
          .put("cpuMicrosPerMessage", rounded(cpuMicrosPerMessage))
          .put("pubackMsP99", rounded(pubackMsP99))
          .put("lost", lost);
    }
  }

  /** Messages of all runs that were acknowledged and are not on the bus. */
  public long lost() {
    return runs.stream().mapToLong(Run::lost).sum();
  }

  /** The report for people. */
  public String text() {
    return runs.stream().map(Run::text).collect(Collectors.joining(System.lineSeparator()));
  }

  /** The report as one line of JSON. */
  public String json() {
    var rows = new JsonArray();
    runs.forEach(run -> rows.add(run.json()));
    return new JsonObject().put("bench", "ingest").put("runs", rows).encode();
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
