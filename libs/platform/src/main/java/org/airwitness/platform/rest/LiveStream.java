package org.airwitness.platform.rest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.airwitness.platform.agency.AgencyId;

/**
 * Fan-out of live records to Server-Sent Events subscribers of one agency each. A subscriber that
 * falls {@value #BUFFER} records behind is cut off, so that it reconnects and starts again from a
 * fresh snapshot; nothing is skipped silently.
 */
public final class LiveStream<T> {
  private static final int BUFFER = 4096;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final BroadcastProcessor<Entry<T>> broadcast = BroadcastProcessor.create();

  private record Entry<T>(AgencyId agency, T value) {}

  /** Hands a record to every subscriber of its agency; returns at once. */
  public synchronized void publish(AgencyId agency, T value) {
    broadcast.onNext(new Entry<>(agency, value));
  }

  /**
   * Subscribes to one agency.
   *
   * @param snapshot the present state, read after the subscription has begun so that nothing falls
   *     between the two
   * @param wanted what this subscriber is interested in
   */
  public Multi<T> subscribe(AgencyId agency, Supplier<Multi<T>> snapshot, Predicate<T> wanted) {
    Multi<T> live =
        broadcast
            .filter(entry -> entry.agency().equals(agency))
            .map(Entry::value)
            .onOverflow()
            .buffer(BUFFER);
    return Multi.createBy()
        .merging()
        .streams(live, Multi.createFrom().deferred(() -> snapshot.get()))
        .filter(wanted::test);
  }

  /** Turns records into events named {@code name}, with a comment as heartbeat when it is quiet. */
  public static <T> Multi<OutboundSseEvent> toEvents(
      Sse sse, String name, Multi<T> records, java.util.function.Function<T, String> id) {
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
    return Multi.createBy().merging().streams(events, heartbeats);
  }
}
