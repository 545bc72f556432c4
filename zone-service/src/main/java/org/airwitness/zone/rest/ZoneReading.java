package org.airwitness.zone.rest;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.Supplier;
import org.airwitness.platform.messaging.Serial;

/**
 * Reads and writes zone documents on a worker thread. Publications come one at a time: a large one
 * takes seconds and many times its size in memory. What somebody draws does not wait for them.
 */
@ApplicationScoped
class ZoneReading {
  private final Serial publications = new Serial();

  /** Reads or writes a publication and comes back to the caller's Vert.x context. */
  <T> Uni<T> large(Supplier<T> work) {
    Context caller = context();
    return publications.run(() -> onWorker(work)).emitOn(after -> resume(caller, after));
  }

  /** Runs short work on a worker thread and comes back to the caller's Vert.x context. */
  <T> Uni<T> run(Supplier<T> work) {
    Context caller = context();
    return onWorker(work).emitOn(after -> resume(caller, after));
  }

  private static <T> Uni<T> onWorker(Supplier<T> work) {
    return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private static Context context() {
    return Objects.requireNonNull(Vertx.currentContext(), "a request has a context");
  }

  private static void resume(Context caller, Runnable work) {
    caller.runOnContext(_ -> work.run());
  }
}
