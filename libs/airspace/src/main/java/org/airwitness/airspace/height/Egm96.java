package org.airwitness.airspace.height;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * Geoid EGM96 of NIMA and NASA (1998), bilinear in a grid of 15 minutes that is part of this
 * library; within 1 cm of bilinear interpolation in the published grid. Takes 2 MB; load it once.
 */
public final class Egm96 implements Geoid {
  private static final String RESOURCE = "egm96-15.cm.gz";
  private static final int ROWS = 721;
  private static final int COLUMNS = 1440;
  private static final int PER_DEG = 4;
  private static final double CENTI = 100;

  /** Centimetres, rows from +90 degrees, columns from -180. */
  private final short[] grid;

  private Egm96(short[] grid) {
    this.grid = grid;
  }

  /**
   * Reads the grid from the class path.
   *
   * @throws IllegalStateException when it is not there or not whole
   */
  public static Egm96 load() {
    try (InputStream resource = Egm96.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("no " + RESOURCE + " beside " + Egm96.class.getName());
      }
      return new Egm96(unpack(new GZIPInputStream(resource).readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  /** High bytes, then low bytes, of zigzag differences to the west, north and north-west. */
  private static short[] unpack(byte[] packed) {
    int size = ROWS * COLUMNS;
    if (packed.length != 2 * size) {
      throw new IllegalStateException(RESOURCE + " holds " + packed.length + " bytes");
    }
    short[] grid = new short[size];
    for (int i = 0; i < size; i++) {
      int z = (packed[i] & 0xFF) << 8 | packed[size + i] & 0xFF;
      int difference = z >>> 1 ^ -(z & 1);
      int west = i % COLUMNS == 0 ? 0 : grid[i - 1];
      int north = i < COLUMNS ? 0 : grid[i - COLUMNS];
      int northWest = i % COLUMNS == 0 || i < COLUMNS ? 0 : grid[i - COLUMNS - 1];
      grid[i] = (short) (difference + west + north - northWest);
    }
    return grid;
  }

  /** The grid value, centimetres. */
  short cm(int row, int column) {
    return grid[row * COLUMNS + column % COLUMNS];
  }

  @Override
  public double undulationM(double lonDeg, double latDeg) {
    double x = (lonDeg + 180) * PER_DEG;
    double y = (90 - latDeg) * PER_DEG;
    int column = (int) x;
    int row = Math.min((int) y, ROWS - 2);
    double east = x - column;
    double south = y - row;
    double northM = cm(row, column) * (1 - east) + cm(row, column + 1) * east;
    double southM = cm(row + 1, column) * (1 - east) + cm(row + 1, column + 1) * east;
    return (northM * (1 - south) + southM * south) / CENTI;
  }
}
