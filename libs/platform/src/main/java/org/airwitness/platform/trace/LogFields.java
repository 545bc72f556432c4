package org.airwitness.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.airwitness.platform.agency.AgencyId;
import org.jboss.logging.MDC;

/** Fields of log lines that say whose work it is about: {@code agency} and {@code traceId}. */
public final class LogFields {
  /** Value: id of the agency, or of several, joined by commas. */
  private static final String AGENCY = "agency";

  /** The name Quarkus gives it too. */
  private static final String TRACE = "traceId";

  private static final int MAX_AGENCIES = 10;

  private LogFields() {}

  /** Writes a line about the work of an agency. */
  public static void with(AgencyId agency, Runnable line) {
    with(List.of(agency), Span.getInvalid(), line);
  }

  /** Writes a line about the work of an agency, in a trace when the span is sampled. */
  public static void with(AgencyId agency, Span span, Runnable line) {
    with(List.of(agency), span, line);
  }

  /** Writes a line about a batch and the trace of one of its records; many agencies are cut off. */
  public static void with(Collection<AgencyId> agencies, Span span, Runnable line) {
    Context context = Vertx.currentContext();
    if (context == null || VertxContext.isDuplicatedContext(context)) {
      write(agencies, span, line);
    } else {
      // Fields live in duplicated contexts only; here each would be lost at once.
      ((ContextInternal) context).duplicate().dispatch(() -> write(agencies, span, line));
    }
  }

  private static void write(Collection<AgencyId> agencies, Span span, Runnable line) {
    Object before = MDC.get(AGENCY);
    MDC.put(
        AGENCY,
        agencies.stream()
            .limit(MAX_AGENCIES)
            .map(AgencyId::value)
            .collect(Collectors.joining(",")));
    SpanContext trace = span.getSpanContext();
    if (trace.isSampled()) {
      MDC.put(TRACE, trace.getTraceId());
    }
    try {
      line.run();
    } finally {
      MDC.remove(TRACE);
      if (before == null) {
        MDC.remove(AGENCY);
      } else {
        MDC.put(AGENCY, before);
      }
    }
  }

  /** Every line of the present request is about the work of an agency from now on. */
  public static void ofRequest(AgencyId agency) {
    MDC.put(AGENCY, agency.value());
  }
}
