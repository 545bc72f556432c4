package org.airwitness.airspace.height;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
  private static final Instant NOON = Instant.parse("2026-08-14T12:00:00Z");

  @Test
  void knowsNothingWhenNothingIsGiven() {
    assertThat(Environment.NONE.geoid().undulationM(11, 49)).isNaN();
    assertThat(Environment.NONE.terrain().heightM(11, 49)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "3599, true", "3600, false"})
  void usesQnhForAnHour(long ageS, boolean usable) {
    assertThat(new Qnh(1013.25, NOON).usableAt(NOON.plusSeconds(ageS))).isEqualTo(usable);
  }

  @ParameterizedTest
  @ValueSource(doubles = {849.9, 1100.1, Double.NaN})
  void refusesPressureThatIsNone(double hectopascals) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Qnh(hectopascals, NOON))
        .withMessageContaining("850..1100");
  }

  @ParameterizedTest
  @CsvSource({"10, 9", "NaN, 1", "0, Infinity"})
  void refusesBoundsThatAreNone(double lowestM, double highestM) {
    assertThatIllegalArgumentException().isThrownBy(() -> new GroundBounds(lowestM, highestM));
  }

  @ParameterizedTest
  @CsvSource({"NaN, 1", "10, -1", "10, NaN"})
  void refusesConstantTerrainThatIsNone(double heightM, double uncertaintyM) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConstantTerrain(heightM, uncertaintyM));
  }
}
