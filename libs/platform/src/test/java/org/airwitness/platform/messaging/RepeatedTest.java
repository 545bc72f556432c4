package org.airwitness.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatedTest {
  private static final Duration PERIOD = Duration.ofMillis(5);

  private final AtomicInteger turns = new AtomicInteger();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private Cancellable repeated = () -> {};

  @AfterEach
  void cancel() {
    repeated.cancel();
  }

  @Test
  void goesOnAfterFailuresAndTellsThem() {
    repeated =
        Repeated.atOnce(
            PERIOD,
            () -> {
              if (turns.incrementAndGet() == 1) {
                throw new IllegalStateException("at the call");
              }
              return turns.get() == 2
                  ? Uni.createFrom().failure(new IllegalStateException("later"))
                  : Uni.createFrom().voidItem();
            },
            failures::add);

    Awaitility.await().untilAsserted(() -> assertThat(turns).hasValueGreaterThan(4));
    assertThat(failures).extracting(Throwable::getMessage).containsExactly("at the call", "later");
  }

  @Test
  void leavesTurnsOutWhileTheWorkLasts() {
    CompletableFuture<Void> first = new CompletableFuture<>();
    Supplier<Uni<Void>> work =
        () ->
            turns.incrementAndGet() == 1
                ? Uni.createFrom().completionStage(first)
                : Uni.createFrom().voidItem();
    repeated = Repeated.later(PERIOD, work, failures::add);

    Awaitility.await().untilAsserted(() -> assertThat(turns).hasValue(1));
    Awaitility.await()
        .during(PERIOD.multipliedBy(10))
        .untilAsserted(() -> assertThat(turns).hasValue(1));
    first.complete(null);
    Awaitility.await().untilAsserted(() -> assertThat(turns).hasValueGreaterThan(2));
  }

  @Test
  void endsWhenCancelled() {
    repeated = Repeated.atOnce(PERIOD, this::turn, failures::add);
    Awaitility.await().untilAsserted(() -> assertThat(turns).hasValueGreaterThan(1));

    repeated.cancel();

    int then = turns.get();
    Awaitility.await()
        .during(PERIOD.multipliedBy(10))
        .untilAsserted(() -> assertThat(turns.get()).isBetween(then, then + 1));
  }

  private Uni<Void> turn() {
    turns.incrementAndGet();
    return Uni.createFrom().voidItem();
  }
}
