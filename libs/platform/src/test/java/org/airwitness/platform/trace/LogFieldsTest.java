package org.airwitness.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.airwitness.platform.agency.AgencyId;
import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogFieldsTest {
  private static final Logger LOG = Logger.getLogger(LogFieldsTest.class);
  private static final AgencyId AGENCY = new AgencyId("harbour");
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private final List<Map<String, String>> fields = new ArrayList<>();
  private final Handler kept =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          fields.add(ExtLogRecord.wrap(record).getMdcCopy());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    java.util.logging.Logger.getLogger(LogFieldsTest.class.getName()).addHandler(kept);
  }

  @AfterEach
  void stop() {
    java.util.logging.Logger.getLogger(LogFieldsTest.class.getName()).removeHandler(kept);
  }

  @Test
  void namesTheAgencyAndTheTraceInThatLineAlone() {
    LogFields.with(AGENCY, span(TraceFlags.getSampled()), () -> LOG.info("one"));
    LOG.info("next");

    assertThat(fields).containsExactly(Map.of("agency", "harbour", "traceId", TRACE), Map.of());
  }

  @Test
  void namesNoTraceThatNobodySees() {
    LogFields.with(AGENCY, span(TraceFlags.getDefault()), () -> LOG.info("one"));

    assertThat(fields).containsExactly(Map.of("agency", "harbour"));
  }

  @Test
  void namesEveryAgencyOfABatch() {
    var agencies = Set.of(AGENCY, new AgencyId("airport"));

    LogFields.with(agencies, Span.getInvalid(), () -> LOG.info("one"));

    assertThat(fields.getFirst().get("agency").split(","))
        .containsExactlyInAnyOrder("harbour", "airport");
  }

  @Test
  void leavesTheFieldsOfTheRequestAsTheyWere() {
    LogFields.ofRequest(AGENCY);
    try {
      LogFields.with(new AgencyId("airport"), () -> LOG.info("one"));
      LOG.info("next");
    } finally {
      org.jboss.logging.MDC.remove("agency");
    }

    assertThat(fields).containsExactly(Map.of("agency", "airport"), Map.of("agency", "harbour"));
  }

  private static Span span(TraceFlags flags) {
    return Span.wrap(SpanContext.create(TRACE, "b7ad6b7169203331", flags, TraceState.getDefault()));
  }
}
