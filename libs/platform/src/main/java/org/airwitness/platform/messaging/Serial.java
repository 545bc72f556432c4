package org.airwitness.platform.messaging;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Runs asynchronous work one piece after the other in the order of the calls, so that a
 * single-threaded core can be fed by a consumer and a timer alike. A failed piece does not stop the
 * next. Work that has ended is not held any more.
 */
public final class Serial {
  private CompletableFuture<?> tail = CompletableFuture.completedFuture(null);

  /** Queues work; it starts when all earlier work has ended, whether or not anybody subscribes. */
  public synchronized <T> Uni<T> run(Supplier<Uni<T>> work) {
    CompletableFuture<T> next =
        tail.thenCompose(
            ended -> Uni.createFrom().deferred(work::get).subscribeAsCompletionStage());
    tail = next.handle((done, failure) -> null);
    // A copy: whoever stops waiting must not end the work.
    return Uni.createFrom().completionStage(next.copy());
  }
}
