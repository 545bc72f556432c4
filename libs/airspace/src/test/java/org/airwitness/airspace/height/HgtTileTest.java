package org.airwitness.airspace.height;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.ZipInputStream;
import org.airwitness.airspace.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HgtTileTest {
  private static final int POSTS = 1201;

  /** Rises by 2 m a post to the east and 1 m a post to the south; one void. */
  private static ByteBuffer slope() {
    ByteBuffer content = ByteBuffer.allocate(POSTS * POSTS * Short.BYTES);
    for (int row = 0; row < POSTS; row++) {
      for (int column = 0; column < POSTS; column++) {
        boolean isVoid = row == 100 && column == 200;
        content.putShort(isVoid ? Short.MIN_VALUE : (short) (2 * column + row));
      }
    }
    return content.flip();
  }

  @ParameterizedTest(name = "{0}, {1}: {2} m")
  @CsvSource({
    "11, 50, 0", // the north-western post
    "12, 50, 2400",
    "11, 49, 1200",
    "12, 49, 3600",
    "11.5, 49.5, 1800",
    "11.00041666666, 50, 1", // half a post east
    "10.999, 49.5, NaN",
    "11.5, 50.001, NaN",
    "11.1666, 49.9166, NaN", // beside the void
  })
  void interpolatesBetweenFourPosts(double lonDeg, double latDeg, double heightM) {
    double found = new HgtTile("N49E011", slope()).heightM(lonDeg, latDeg);
    if (Double.isNaN(heightM)) {
      assertThat(found).isNaN();
    } else {
      assertThat(found).isCloseTo(heightM, within(0.001));
    }
  }

  @ParameterizedTest
  @CsvSource({"N49E011, 11, 49", "S01W001, -1, -1", "N40W074, -74, 40"})
  void takesItsPlaceFromItsName(String name, int westDeg, int southDeg) {
    HgtTile tile = new HgtTile(name, slope());
    assertThat(tile.westDeg()).isEqualTo(westDeg);
    assertThat(tile.southDeg()).isEqualTo(southDeg);
    assertThat(tile.heightM(westDeg + 0.5, southDeg + 0.5)).isCloseTo(1800, within(0.001));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"N49", "49E011", "N49E11", "n49e011", "N49E011.hgt", "N90E000", "N00E180"})
  void refusesNamesThatAreNone(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HgtTile(name, slope()))
        .withMessageContaining(name);
  }

  @Test
  void refusesContentOfAnotherSize() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HgtTile("N49E011", ByteBuffer.allocate(100)))
        .withMessageContaining("2884802");
  }

  @Test
  void readsAPublishedTileLikeAnIndependentProgram() throws IOException {
    HgtTile tile = new HgtTile("N49E011", unzipped("terrain/N49E011.hgt.zip"));
    for (String line :
        TestData.externalLines("golden/terrain_N49E011.csv").stream().skip(1).toList()) {
      String[] columns = line.split(",", -1);
      double found = tile.heightM(Double.parseDouble(columns[1]), Double.parseDouble(columns[0]));
      if (columns[2].isEmpty()) {
        assertThat(found).as(line).isNaN();
      } else {
        assertThat(found).as(line).isCloseTo(Double.parseDouble(columns[2]), within(0.05));
      }
    }
  }

  private static ByteBuffer unzipped(String name) throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(TestData.external(name)))) {
      assertThat(zip.getNextEntry()).isNotNull();
      return ByteBuffer.wrap(zip.readAllBytes());
    }
  }
}
