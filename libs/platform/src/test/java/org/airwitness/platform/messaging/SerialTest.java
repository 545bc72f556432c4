package org.airwitness.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SerialTest {
  private final Serial serial = new Serial();
  private final List<String> log = new ArrayList<>();

  @Test
  void startsTheNextPieceOnlyWhenTheFirstHasEnded() {
    AtomicReference<UniEmitter<? super Void>> first = new AtomicReference<>();
    serial.run(() -> Uni.createFrom().<Void>emitter(first::set).invoke(() -> log.add("first")));
    serial.run(() -> Uni.createFrom().voidItem().invoke(() -> log.add("second")));
    assertThat(log).isEmpty();
    first.get().complete(null);
    assertThat(log).containsExactly("first", "second");
  }

  @Test
  void goesOnAfterAFailureWhichItsCallerSees() {
    Uni<Void> failed =
        serial.run(() -> Uni.createFrom().failure(new IllegalStateException("broken")));
    serial.run(() -> Uni.createFrom().voidItem().invoke(() -> log.add("next")));
    assertThat(log).containsExactly("next");
    assertThat(failed.onItemOrFailure().transform((item, e) -> e).await().indefinitely())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
  }

  @Test
  void aPieceThatCannotEvenStartFailsToo() {
    Uni<Void> failed =
        serial.run(() -> {
          throw new IllegalStateException("broken");
        });
    assertThat(failed.onItemOrFailure().transform((item, e) -> e).await().indefinitely())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whoeverStopsWaitingDoesNotEndTheWork() {
    AtomicReference<UniEmitter<? super Void>> first = new AtomicReference<>();
    Uni<Void> work = serial.run(() -> Uni.createFrom().<Void>emitter(first::set));
    serial.run(() -> Uni.createFrom().voidItem().invoke(() -> log.add("second")));
    work.subscribe().with(done -> {}).cancel();
    assertThat(log).isEmpty();
    first.get().complete(null);
    assertThat(log).containsExactly("second");
  }

  @Test
  void holdsNoWorkThatHasEnded() {
    List<WeakReference<byte[]>> batches = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      byte[] batch = new byte[1 << 20];
      batches.add(new WeakReference<>(batch));
      serial.run(() -> Uni.createFrom().item(batch.length)).await().indefinitely();
    }
    for (int i = 0; i < 20 && held(batches) > 2; i++) {
      System.gc();
    }
    assertThat(held(batches)).isLessThan(3);
  }

  private static long held(List<WeakReference<byte[]>> batches) {
    return batches.stream().filter(batch -> batch.get() != null).count();
  }

  @Test
  void doesNotGoDeeperWithALongQueue() {
    AtomicReference<UniEmitter<? super Void>> first = new AtomicReference<>();
    serial.run(() -> Uni.createFrom().<Void>emitter(first::set));
    for (int i = 0; i < 100_000; i++) {
      serial.run(() -> Uni.createFrom().voidItem().invoke(() -> log.add("one")));
    }
    first.get().complete(null);
    assertThat(log).hasSize(100_000);
  }

  @Test
  void runsEachPieceOnceHoweverManyListen() {
    Uni<Void> done = serial.run(() -> Uni.createFrom().voidItem().invoke(() -> log.add("once")));
    done.await().indefinitely();
    done.await().indefinitely();
    assertThat(log).containsExactly("once");
  }
}
