package org.airwitness.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InFlightTest {
  private static final long MIB = 1 << 20;

  @Test
  void isFullAtTheGivenLimitsWhereTheHeapHasRoomForThem() {
    InFlight inFlight = InFlight.within(16 * MIB, 3, 1_000);

    inFlight.add(400);
    inFlight.add(400);
    assertThat(inFlight.isFull()).isFalse();
    inFlight.add(1);
    assertThat(inFlight.isFull()).as("three messages").isTrue();
    inFlight.remove(1);
    inFlight.remove(400);
    inFlight.add(600);
    assertThat(inFlight.isFull()).as("1,000 bytes").isTrue();
  }

  @Test
  void isFullEarlierWithASmallHeap() {
    InFlight bytes = InFlight.within(4 * MIB, 16_384, 16 * MIB);
    bytes.add((int) (4 * MIB - 1));
    assertThat(bytes.isFull()).isFalse();
    bytes.add(1);
    assertThat(bytes.isFull()).isTrue();

    InFlight messages = InFlight.within(4 * MIB, 16_384, 16 * MIB);
    for (int i = 1; i < 2_048; i++) {
      messages.add(1);
    }
    assertThat(messages.isFull()).isFalse();
    messages.add(1);
    assertThat(messages.isFull()).isTrue();
  }
}
