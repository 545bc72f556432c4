package org.airwitness.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import org.airwitness.contract.Headers;
import org.airwitness.platform.agency.AgencyId;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What traces do in a service that sends none. */
class TracesTest {
  private static final AgencyId AGENCY = new AgencyId("harbour");
  private static final String SAMPLED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final String NOT_SAMPLED =
      "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

  private final Traces traces = new Traces(OpenTelemetry.noop().getTracer("test"));

  @Test
  void beginsNone() {
    assertThat(Traces.traceparent(traces.begin("a", AGENCY))).isNull();
  }

  @Test
  void handsOnTheTraceOfOthers() {
    Span span = traces.resume("a", SpanKind.CONSUMER, AGENCY, SAMPLED);

    assertThat(Traces.traceparent(span)).isEqualTo(SAMPLED);
    assertThat(traces.batch().begin(record(SAMPLED), AGENCY)).isEqualTo(SAMPLED);
  }

  @Test
  void handsOnNothingThatIsNotSampled() {
    assertThat(traces.batch().begin(record(NOT_SAMPLED), AGENCY)).isNull();
    assertThat(traces.batch().begin(record("no trace at all"), AGENCY)).isNull();
    assertThat(traces.batch().begin(record(null), AGENCY)).isNull();
  }

  private static ConsumerRecord<String, String> record(@Nullable String traceparent) {
    var record = new ConsumerRecord<>("topic", 0, 0, "harbour", "value");
    if (traceparent != null) {
      record.headers().add(Headers.TRACEPARENT, traceparent.getBytes(StandardCharsets.US_ASCII));
    }
    return record;
  }
}
