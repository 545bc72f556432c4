package org.airwitness.zone.rest;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.Supplier;
import org.airwitness.platform.messaging.Serial;
import org.airwitness.zone.core.ZoneDocument;

/**
 * Reads zone documents on a worker thread, one at a time: a large one takes seconds and many times
 * its size in memory.
 */
@ApplicationScoped
class ZoneReading {
  private final Serial serial = new Serial();

  /** Runs the reader and comes back to the caller's Vert.x context. */
  Uni<ZoneDocument> run(Supplier<ZoneDocument> reader) {
    Context caller = Objects.requireNonNull(Vertx.currentContext(), "a request has a context");
    return serial
        .run(() ->
            Uni.createFrom().item(reader).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
        .emitOn(work -> caller.runOnContext(_ -> work.run()));
  }
}
