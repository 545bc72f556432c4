package org.airwitness.platform.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.inject.Singleton;
import java.util.List;
import org.airwitness.contract.Headers;
import org.airwitness.platform.agency.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * Traces from a sensor's message to the delivery of an alert. Whether there is one is decided where
 * the message is accepted; everything after only goes on with what is sampled, so that the rest
 * costs one look at the headers of a record. A span names the agency, and never a drone, a pilot or
 * a place.
 */
@Singleton
public class Traces {
  private static final AttributeKey<String> AGENCY = AttributeKey.stringKey("airwitness.agency");

  private final Tracer tracer;

  public Traces(Tracer tracer) {
    this.tracer = tracer;
  }

  /** Begins a trace; what a sender may say of one is not listened to. */
  public Span begin(String name, AgencyId agency) {
    return tracer
        .spanBuilder(name)
        .setNoParent()
        .setSpanKind(SpanKind.CONSUMER)
        .setAttribute(AGENCY, agency.value())
        .startSpan();
  }

  /**
   * Goes on with a trace.
   *
   * @param traceparent of the span before; without one the span is of no trace and does nothing
   */
  public Span resume(String name, SpanKind kind, AgencyId agency, @Nullable String traceparent) {
    if (traceparent == null) {
      return Span.getInvalid();
    }
    return tracer
        .spanBuilder(name)
        .setParent(parent(traceparent))
        .setSpanKind(kind)
        .setAttribute(AGENCY, agency.value())
        .startSpan();
  }

  /** Spans for the records of a batch. */
  public BatchSpans batch() {
    return new BatchSpans(this);
  }

  /** What to write beside everything a span causes; null when it is not sampled. */
  public static @Nullable String traceparent(Span span) {
    SpanContext context = span.getSpanContext();
    return context.isSampled()
        ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-01"
        : null;
  }

  private static Context parent(String traceparent) {
    return W3CTraceContextPropagator.getInstance()
        .extract(Context.root(), traceparent, TextOnly.INSTANCE);
  }

  /** Reads a traceparent that stands alone. */
  private enum TextOnly implements TextMapGetter<String> {
    INSTANCE;

    @Override
    public Iterable<String> keys(String traceparent) {
      return List.of(Headers.TRACEPARENT);
    }

    @Override
    public @Nullable String get(@Nullable String traceparent, String key) {
      return key.equals(Headers.TRACEPARENT) ? traceparent : null;
    }
  }
}
