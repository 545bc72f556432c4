package org.airwitness.zone.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HgtDirectoryTest {
  private static final int POSTS = 1201;

  @TempDir private Path directory;
  @TempDir private Path cache;

  @Test
  void findsTheTileOfAPlaceAmongPlainAndZippedOnes() throws IOException {
    Files.write(directory.resolve("N49E011.hgt"), flat(300));
    zip("S01W001", "S01W001.hgt", flat(7));
    Files.writeString(directory.resolve("README.txt"), "not a tile");
    HgtDirectory terrain = HgtDirectory.open(directory, cache);

    assertThat(terrain.heightM(11.5, 49.5)).isCloseTo(300, within(1e-9));
    assertThat(terrain.heightM(-0.25, -0.75)).isCloseTo(7, within(1e-9));
    assertThat(terrain.heightM(12.5, 49.5)).isNaN();
    assertThat(terrain.heightM(180, 90)).isNaN();
    assertThat(terrain.uncertaintyM()).isEqualTo(10);
  }

  @Test
  void unpacksOnceAndAgainWhenTheZipIsNewer() throws IOException {
    zip("N00E000", "tiles/N00E000.hgt", flat(1));
    HgtDirectory.open(directory, cache);
    Files.write(cache.resolve("N00E000.hgt"), flat(2));
    assertThat(HgtDirectory.open(directory, cache).heightM(0.5, 0.5)).isEqualTo(2);

    zip("N00E000", "N00E000.hgt", flat(3));
    var later = java.nio.file.attribute.FileTime.from(java.time.Instant.now().plusSeconds(60));
    Files.setLastModifiedTime(directory.resolve("N00E000.hgt.zip"), later);
    assertThat(HgtDirectory.open(directory, cache).heightM(0.5, 0.5)).isEqualTo(3);
    try (var files = Files.list(cache)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void saysWhichFileIsNoTile() throws IOException {
    Files.write(directory.resolve("N49E011.hgt"), new byte[10]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HgtDirectory.open(directory, cache))
        .withMessageContaining("N49E011.hgt")
        .withMessageContaining("10");
  }

  @Test
  void saysWhichZipHoldsNoTile() throws IOException {
    zip("N49E011", "other.txt", new byte[1]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HgtDirectory.open(directory, cache))
        .withMessageContaining("N49E011.hgt.zip");
  }

  private static byte[] flat(int metres) {
    ByteBuffer content = ByteBuffer.allocate(POSTS * POSTS * Short.BYTES);
    while (content.hasRemaining()) {
      content.putShort((short) metres);
    }
    return content.array();
  }

  private void zip(String tile, String entry, byte[] content) throws IOException {
    try (OutputStream file = Files.newOutputStream(directory.resolve(tile + ".hgt.zip"));
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
    }
  }
}
