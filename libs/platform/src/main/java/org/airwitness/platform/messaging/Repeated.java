package org.airwitness.platform.messaging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asynchronous work that is done again and again, one time after the other: turns that come while
 * it still lasts are left out, and a failure does not end it.
 */
public final class Repeated {
  private Repeated() {}

  /** Begins at once. */
  public static Cancellable atOnce(
      Duration period, Supplier<Uni<Void>> work, Consumer<Throwable> onFailure) {
    return repeat(Multi.createFrom().ticks().every(period), work, onFailure);
  }

  /** Begins after one period. */
  public static Cancellable later(
      Duration period, Supplier<Uni<Void>> work, Consumer<Throwable> onFailure) {
    return repeat(Multi.createFrom().ticks().startingAfter(period).every(period), work, onFailure);
  }

  private static Cancellable repeat(
      Multi<Long> ticks, Supplier<Uni<Void>> work, Consumer<Throwable> onFailure) {
    return ticks
        .onOverflow()
        .drop()
        .onItem()
        .transformToUniAndConcatenate(tick ->
            Uni.createFrom()
                .deferred(work::get)
                .onFailure()
                .invoke(onFailure)
                .onFailure()
                .recoverWithNull())
        .subscribe()
        .with(done -> {});
  }
}
