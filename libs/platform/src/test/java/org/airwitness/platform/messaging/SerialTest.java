package org.airwitness.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
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
        .hasMessage("broken");
  }

  @Test
  void runsEachPieceOnceHoweverManyListen() {
    Uni<Void> done = serial.run(() -> Uni.createFrom().voidItem().invoke(() -> log.add("once")));
    done.await().indefinitely();
    done.await().indefinitely();
    assertThat(log).containsExactly("once");
  }
}
