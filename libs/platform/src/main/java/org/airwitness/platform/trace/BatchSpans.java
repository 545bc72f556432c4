package org.airwitness.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.ArrayList;
import java.util.List;
import org.airwitness.contract.Headers;
import org.airwitness.platform.agency.AgencyId;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One span for each record of a batch that belongs to a trace, which most do not: records are
 * decided on together, but each goes on with the trace of the message it comes from.
 */
public final class BatchSpans {
  private final Traces traces;
  private final List<Span> spans = new ArrayList<>();

  BatchSpans(Traces traces) {
    this.traces = traces;
  }

  /**
   * Begins the span of a record.
   *
   * @return what to write beside everything the record causes, null when it is in no trace
   */
  public @Nullable String begin(ConsumerRecord<?, ?> record, AgencyId agency) {
    String traceparent = Headers.text(record.headers(), Headers.TRACEPARENT);
    if (traceparent == null) {
      return null;
    }
    Span span = traces.resume("process " + record.topic(), SpanKind.CONSUMER, agency, traceparent);
    span.setAttribute("messaging.system", "kafka")
        .setAttribute("messaging.operation.type", "process")
        .setAttribute("messaging.destination.name", record.topic())
        .setAttribute("messaging.destination.partition.id", String.valueOf(record.partition()))
        .setAttribute("messaging.kafka.offset", record.offset());
    spans.add(span);
    return Traces.traceparent(span);
  }

  /** The span of the first record that has one; of no trace when none has. */
  public Span first() {
    return spans.isEmpty() ? Span.getInvalid() : spans.getFirst();
  }

  /** Ends the spans, when the effect of the batch is stored or could not be. */
  public void end(@Nullable Throwable failure) {
    for (Span span : spans) {
      if (failure != null) {
        span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
      }
      span.end();
    }
  }
}
