package org.airwitness.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;

class EventStreamsTest {
  private final EventStreams streams = new EventStreams();
  private final AtomicBoolean left = new AtomicBoolean();

  @Test
  void endsWhenTheServiceIsToldTo() {
    var watcher = watch();
    assertThat(watcher.getItems()).extracting(OutboundSseEvent::getData).contains("first");
    watcher.assertNotTerminated();

    streams.end(new ShutdownDelayInitiatedEvent());

    watcher.awaitCompletion();
    assertThat(left).as("nothing goes on behind it").isTrue();
  }

  @Test
  void endsAtOnceWhenTheServiceIsEnding() {
    streams.end(new ShutdownDelayInitiatedEvent());

    watch().awaitCompletion();
  }

  private AssertSubscriber<OutboundSseEvent> watch() {
    Multi<String> records =
        Multi.createBy()
            .concatenating()
            .streams(Multi.createFrom().item("first"), Multi.createFrom().nothing())
            .onTermination()
            .invoke(() -> left.set(true));
    return streams
        .of(new SseImpl(), "record", records, record -> record)
        .subscribe()
        .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
  }
}
