package org.airwitness.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeterministicIdTest {
  @Test
  void isTheSameForTheSameCause() {
    UUID once = DeterministicId.of("alert").with("a").with(1L).toUuid();
    assertThat(DeterministicId.of("alert").with("a").with(1L).toUuid()).isEqualTo(once);
    assertThat(once.version()).isEqualTo(8);
    assertThat(once.variant()).isEqualTo(2);
  }

  @Test
  void staysWhatItWasInEarlierReleases() {
    assertThat(DeterministicId.of("track").with("agency").with("serial:1").toUuid())
        .isEqualTo(UUID.fromString("7f54b7cd-57c8-81cf-9fb2-954016fbfda5"));
  }

  @Test
  void keepsKindsAndPartsApart() {
    UUID id = DeterministicId.of("alert").with("ab").with("c").toUuid();
    assertThat(DeterministicId.of("alert").with("a").with("bc").toUuid()).isNotEqualTo(id);
    assertThat(DeterministicId.of("track").with("ab").with("c").toUuid()).isNotEqualTo(id);
  }

  @Test
  void goesOverTheWireAndBack() {
    UUID id = UUID.randomUUID();
    assertThat(DeterministicId.fromWire(DeterministicId.toWire(id))).isEqualTo(id);
  }

  @Test
  void refusesAnIdOfAnotherLength() {
    assertThatThrownBy(() -> DeterministicId.fromWire(ByteString.copyFromUtf8("short")))
        .hasMessageContaining("16 bytes");
  }
}
