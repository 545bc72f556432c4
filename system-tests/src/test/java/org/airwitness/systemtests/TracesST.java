package org.airwitness.systemtests;

import static org.airwitness.systemtests.driver.TimeLimit.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airwitness.systemtests.driver.Agency;
import org.airwitness.systemtests.driver.Api;
import org.airwitness.systemtests.driver.DroneScoutMessage;
import org.airwitness.systemtests.driver.Launcher;
import org.airwitness.systemtests.driver.MqttSensor;
import org.airwitness.systemtests.driver.Place;
import org.airwitness.systemtests.driver.TraceCollector;
import org.airwitness.systemtests.driver.TraceCollector.Span;
import org.airwitness.systemtests.driver.WebhookReceiver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Traces: one sensor's message is followed through all services to the webhook it causes. On an
 * instance of its own, which sends every trace.
 */
@Order(8)
class TracesST {
  private static final String SERIAL = "1581F4XFC23B0042K7QA";
  private static final Place PRISON = new Place(59.9139, 10.7522);
  private static final List<Integer> METRES_EAST = List.of(-300, -200, -50, 0, 50);

  private final Instant started = Instant.now();
  private final WebhookReceiver receiver = WebhookReceiver.start();
  private final TraceCollector collector = TraceCollector.start();
  private Launcher launcher;
  private Agency agency;

  @BeforeAll
  void flyIntoAZone() {
    Assumptions.assumeTrue(
        System.getProperty("airwitness.url", "").isEmpty(),
        "SKIPPED: a system that somebody else has started sends its traces elsewhere");
    launcher =
        Launcher.start(
            "traces",
            Map.of(
                "QUARKUS_OTEL_SDK_DISABLED", "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.url(),
                "QUARKUS_OTEL_TRACES_SAMPLER_ARG", "1",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms",
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true"));
    agency = launcher.airwitness().addAgency("police");
    agency.addSquareZone("Prison", PRISON, 200);
    agency.subscribe(receiver);
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(20);
    try (MqttSensor roof = agency.connectSensor("roof-1", "dronescout")) {
      for (int i = 0; i < METRES_EAST.size(); i++) {
        var place = PRISON.moved(METRES_EAST.get(i), 0);
        var message = new DroneScoutMessage(SERIAL, place, start.plusSeconds(i));
        roof.deliver("/sensor/ds-test-1/upload", message.json());
      }
    }
    eventually(20).untilAsserted(() -> assertThat(receiver.received()).isNotEmpty());
  }

  @AfterAll
  void close() {
    if (launcher != null) {
      launcher.close();
    }
    collector.close();
    receiver.close();
  }

  @Test
  void followsAMessageToTheWebhookItCauses() {
    eventually(20)
        .untilAsserted(() ->
            assertThat(wayTo("deliver alert"))
                .extracting(Span::service, Span::name)
                .containsExactly(
                    tuple("ingest-service", "process sensor message"),
                    tuple("track-service", "process airwitness.observations.v1"),
                    tuple("zone-service", "process airwitness.tracks.v1"),
                    tuple("alert-service", "process airwitness.zone-events.v1"),
                    tuple("alert-service", "deliver alert")));

    assertThat(wayTo("deliver alert")).extracting(Span::trace).containsOnly(traceOfDelivery());
  }

  @Test
  void namesTheAgencyAndNeverTheDrone() {
    eventually(20).untilAsserted(() -> assertThat(wayTo("deliver alert")).hasSize(5));

    assertThat(collector.spans())
        .allSatisfy(
            span -> assertThat(span.attributes()).containsEntry("airwitness.agency", agency.id()))
        .noneSatisfy(span -> assertThat(span.toString()).contains(SERIAL));
  }

  @Test
  void logsJsonLineByLineWithTheAgencyWhoseWorkItIs() {
    try (MqttSensor mast = agency.connectSensor("mast-1", "dronescout")) {
      mast.deliver("/sensor/ds-test-2/upload", "{not json");
      agency.admin().delete("/sensors/" + mast.id());

      eventually(20)
          .untilAsserted(() ->
              assertThat(launcher.log("ingest"))
                  .map(Api::parse)
                  .anySatisfy(line -> {
                    assertThat(line.path("message").asText()).contains("Closed", "mast-1");
                    assertThat(line.at("/mdc/agency").asText()).isEqualTo(agency.id());
                  }));
    }
    for (String service : List.of("ingest", "track", "zone", "alert")) {
      assertThat(launcher.log(service))
          .as(service)
          .isNotEmpty()
          .map(Api::parse)
          .allSatisfy(line -> {
            assertThat(line.path("service").asText()).isEqualTo(service + "-service");
            assertThat(Instant.parse(line.path("timestamp").asText())).isAfter(started);
            assertThat(line.path("level").asText()).isIn("INFO", "WARN", "ERROR");
          });
    }
  }

  @Test
  void beginsATraceWithEachMessage() {
    eventually(20)
        .untilAsserted(() ->
            assertThat(collector.spans())
                .filteredOn(span -> span.parent().isEmpty())
                .hasSizeGreaterThanOrEqualTo(METRES_EAST.size())
                .extracting(Span::trace)
                .doesNotHaveDuplicates());
  }

  private String traceOfDelivery() {
    return wayTo("deliver alert").getLast().trace();
  }

  /** The spans from the first of a trace to one of this name; empty when there is none yet. */
  private List<Span> wayTo(String name) {
    List<Span> way = new ArrayList<>();
    Optional<Span> next =
        collector.spans().stream().filter(span -> span.name().equals(name)).findFirst();
    while (next.isPresent()) {
      way.addFirst(next.get());
      String parent = next.get().parent();
      next = collector.spans().stream().filter(span -> span.id().equals(parent)).findFirst();
    }
    return way;
  }
}
