package org.airwitness.platform.rest;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.function.Function;

/**
 * Streams of Server-Sent Events. They have no end of their own, so they end when the service is
 * told to: it need not wait for them, and whoever watches connects again, elsewhere.
 */
@Singleton
public class EventStreams {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final BroadcastProcessor<OutboundSseEvent> end = BroadcastProcessor.create();

  void end(@Observes ShutdownDelayInitiatedEvent event) {
    end.onComplete();
  }

  /** Turns records into events named {@code name}, with a comment as heartbeat when it is quiet. */
  public <T> Multi<OutboundSseEvent> of(
      Sse sse, String name, Multi<T> records, Function<T, String> id) {
    Multi<OutboundSseEvent> events =
        records.map(value ->
            sse.newEventBuilder()
                .name(name)
                .id(id.apply(value))
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(value)
                .build());
    Multi<OutboundSseEvent> heartbeats =
        Multi.createFrom()
            .ticks()
            .startingAfter(Duration.ofMillis(1))
            .every(HEARTBEAT)
            .onOverflow()
            .drop()
            .map(tick -> sse.newEventBuilder().comment("alive").build());
    OutboundSseEvent last = sse.newEventBuilder().comment("end").build();
    return Multi.createBy()
        .merging()
        .streams(events, heartbeats, end.onCompletion().continueWith(last))
        .select()
        .first(event -> event != last);
  }
}
