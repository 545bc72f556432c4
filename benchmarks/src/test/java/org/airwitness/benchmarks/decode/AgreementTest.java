package org.airwitness.benchmarks.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgreementTest {

  @Test
  void decodersReadTheSame() {
    assertThat(Agreement.findDisagreement(Packs.make())).isEqualTo(-1);
  }

  @Test
  void everyPackReadsDifferently() {
    Set<Long> sums = new HashSet<>();
    ViewReader reader = new ViewReader();
    Arrays.stream(Packs.make()).forEach(pack -> sums.add(reader.read(pack)));
    assertThat(sums).hasSize(Packs.COUNT);
  }

  /** The sum takes in every bit that has a meaning, so agreement on it is agreement on all. */
  @Test
  void noticesEveryByteOfALocation() {
    ViewReader reader = new ViewReader();
    byte[] pack = Packs.make()[0];
    long before = reader.read(pack);
    for (int at = 28 + 1; at < 28 + 24; at++) {
      byte[] changed = pack.clone();
      changed[at] ^= 1;
      assertThat(reader.read(changed)).as("byte %s", at).isNotEqualTo(before);
    }
  }
}
