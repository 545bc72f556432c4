package org.airwitness.zone.terrain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.airwitness.airspace.height.HgtTile;
import org.airwitness.airspace.height.Terrain;
import org.jspecify.annotations.Nullable;

/**
 * Terrain of a directory of SRTM tiles, mapped into memory: {@code N49E011.hgt}, or {@code
 * N49E011.hgt.zip}, which is unpacked once into a cache directory. Heights are of the surface,
 * roofs and trees included, and count as known to 10 m.
 */
public final class HgtDirectory implements Terrain {
  private static final double UNCERTAINTY_M = 10;
  private static final String PLAIN = ".hgt";
  private static final String ZIPPED = ".hgt.zip";
  private static final int COLUMNS = 360;
  private static final int ROWS = 180;

  private final @Nullable HgtTile[] tiles = new HgtTile[ROWS * COLUMNS];

  private HgtDirectory() {}

  /**
   * Opens every tile of a directory.
   *
   * @param cache made when needed
   * @throws IOException when the directory or a tile cannot be read
   * @throws IllegalArgumentException when a tile's name or size is none, with its path
   */
  public static HgtDirectory open(Path directory, Path cache) throws IOException {
    HgtDirectory terrain = new HgtDirectory();
    for (Path file : filesOf(directory)) {
      String name = file.getFileName().toString();
      if (name.endsWith(PLAIN)) {
        terrain.add(name.substring(0, name.length() - PLAIN.length()), file);
      } else if (name.endsWith(ZIPPED)) {
        String tile = name.substring(0, name.length() - ZIPPED.length());
        terrain.add(tile, unpacked(file, tile, cache));
      }
    }
    return terrain;
  }

  private static List<Path> filesOf(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static Path unpacked(Path zip, String tile, Path cache) throws IOException {
    Path target = cache.resolve(tile + PLAIN);
    if (Files.exists(target)
        && Files.getLastModifiedTime(target).compareTo(Files.getLastModifiedTime(zip)) >= 0) {
      return target;
    }
    Files.createDirectories(cache);
    Path part = Files.createTempFile(cache, tile, ".part");
    try (ZipInputStream content = new ZipInputStream(Files.newInputStream(zip))) {
      Files.copy(entry(content, zip, tile), part, StandardCopyOption.REPLACE_EXISTING);
      return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static InputStream entry(ZipInputStream content, Path zip, String tile)
      throws IOException {
    ZipEntry entry = content.getNextEntry();
    while (entry != null && !entry.getName().endsWith(tile + PLAIN)) {
      entry = content.getNextEntry();
    }
    if (entry == null) {
      throw new IllegalArgumentException("no " + tile + PLAIN + " in " + zip);
    }
    return content;
  }

  private void add(String name, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      HgtTile tile = new HgtTile(name, content);
      tiles[number(tile.westDeg(), tile.southDeg())] = tile;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static int number(int westDeg, int southDeg) {
    return (southDeg + ROWS / 2) * COLUMNS + westDeg + COLUMNS / 2;
  }

  @Override
  public double heightM(double lonDeg, double latDeg) {
    int west = Math.min((int) Math.floor(lonDeg), COLUMNS / 2 - 1);
    int south = Math.min((int) Math.floor(latDeg), ROWS / 2 - 1);
    HgtTile tile = tiles[number(west, south)];
    return tile == null ? Double.NaN : tile.heightM(lonDeg, latDeg);
  }

  @Override
  public double uncertaintyM() {
    return UNCERTAINTY_M;
  }
}
