package org.airwitness.airspace.height;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.airwitness.airspace.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Egm96Test {
  private static final Egm96 GEOID = Egm96.load();

  @Test
  void unpacksTheWholeGrid() throws Exception {
    ByteBuffer grid = ByteBuffer.allocate(721 * 1440 * Short.BYTES);
    for (int row = 0; row < 721; row++) {
      for (int column = 0; column < 1440; column++) {
        grid.putShort(GEOID.cm(row, column));
      }
    }
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(grid.array())))
        .isEqualTo("a15ec402e8592369be90af217abef7364549042a5a0b251a210bbb179b1a3c9a");
  }

  @ParameterizedTest(name = "{0}: {3} m")
  @CsvSource({
    "Helsinki, 24.94, 60.17, 17.88",
    "Sofia, 23.32, 42.70, 44.09",
    "Dublin, -6.26, 53.35, 56.0",
    "New York, -74.0, 40.7, -32.8",
    "Delhi, 77.2, 28.6, -52.6",
  })
  void knowsTheGeoidOfCities(String city, double lonDeg, double latDeg, double undulationM) {
    assertThat(GEOID.undulationM(lonDeg, latDeg)).isCloseTo(undulationM, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({"-10.1", "0", "66.66"})
  void meetsItselfAtTheAntimeridian(double latDeg) {
    assertThat(GEOID.undulationM(180, latDeg)).isEqualTo(GEOID.undulationM(-180, latDeg));
    assertThat(GEOID.undulationM(179.999_999_9, latDeg))
        .isCloseTo(GEOID.undulationM(-180, latDeg), within(0.001));
  }

  @ParameterizedTest
  @CsvSource({"90, 13.61", "-90, -29.53"})
  void isDefinedAtThePoles(double latDeg, double undulationM) {
    for (double lonDeg : new double[] {-180, 0, 77.7, 180}) {
      assertThat(GEOID.undulationM(lonDeg, latDeg)).isCloseTo(undulationM, within(0.01));
    }
  }

  @Test
  void interpolatesLikeAnIndependentProgram() {
    for (String line : TestData.externalLines("golden/egm96.csv").stream().skip(1).toList()) {
      String[] columns = line.split(",");
      double lonDeg = Double.parseDouble(columns[2]);
      double latDeg = Double.parseDouble(columns[1]);
      assertThat(GEOID.undulationM(lonDeg, latDeg))
          .as(line)
          .isCloseTo(Double.parseDouble(columns[3]), within(0.01));
    }
  }
}
