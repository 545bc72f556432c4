package org.airwitness.platform.messaging;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * Runs asynchronous work one piece after the other in the order of the calls, so that a
 * single-threaded core can be fed by a consumer and a timer alike. A failed piece does not stop the
 * next.
 */
public final class Serial {
  private Uni<Void> tail = Uni.createFrom().voidItem();

  /** Queues work; it starts when all earlier work has ended, whether or not anybody subscribes. */
  public synchronized <T> Uni<T> run(Supplier<Uni<T>> work) {
    Uni<T> next = tail.chain(work::get).memoize().indefinitely();
    tail = next.replaceWithVoid().onFailure().recoverWithNull().memoize().indefinitely();
    tail.subscribe().with(done -> {}, failure -> {});
    return next;
  }
}
