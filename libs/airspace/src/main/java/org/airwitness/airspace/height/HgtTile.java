package org.airwitness.airspace.height;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tile of one by one degree of the format of SRTM (*.hgt): big-endian 16-bit metres above EGM96,
 * the first row the northern edge, edges shared with the neighbours. Bilinear; NaN next to a void.
 */
public final class HgtTile {
  private static final short VOID = Short.MIN_VALUE;
  private static final Pattern NAME = Pattern.compile("([NS])(\\d{2})([EW])(\\d{3})");

  private final int westDeg;
  private final int southDeg;
  private final int perDeg;
  private final ShortBuffer posts;

  /**
   * Tile with the content of a file.
   *
   * @param name such as {@code N49E011}: the south-western corner
   * @param content 1201 x 1201 or 3601 x 3601 posts; not copied
   * @throws IllegalArgumentException when the name is none or the size fits neither
   */
  public HgtTile(String name, ByteBuffer content) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a tile is named like N49E011: " + name);
    }
    southDeg = Integer.parseInt(matcher.group(2)) * ("N".equals(matcher.group(1)) ? 1 : -1);
    westDeg = Integer.parseInt(matcher.group(4)) * ("E".equals(matcher.group(3)) ? 1 : -1);
    if (southDeg < -90 || southDeg > 89 || westDeg < -180 || westDeg > 179) {
      throw new IllegalArgumentException("a tile lies within S90..N89, W180..E179: " + name);
    }
    perDeg = perDeg(name, content.remaining());
    posts = content.order(ByteOrder.BIG_ENDIAN).asShortBuffer();
  }

  private static int perDeg(String name, int bytes) {
    for (int perDeg : new int[] {1200, 3600}) {
      if (bytes == (perDeg + 1) * (perDeg + 1) * Short.BYTES) {
        return perDeg;
      }
    }
    throw new IllegalArgumentException(
        "tile " + name + " has 2884802 bytes (3\") or 25934402 (1\"): " + bytes);
  }

  /** Western edge. */
  public int westDeg() {
    return westDeg;
  }

  /** Southern edge. */
  public int southDeg() {
    return southDeg;
  }

  /** Metres above mean sea level; NaN at a void and outside the tile. */
  public double heightM(double lonDeg, double latDeg) {
    double x = (lonDeg - westDeg) * perDeg;
    double y = (southDeg + 1 - latDeg) * perDeg;
    if (!(x >= 0 && x <= perDeg && y >= 0 && y <= perDeg)) {
      return Double.NaN;
    }
    int column = Math.min((int) x, perDeg - 1);
    int row = Math.min((int) y, perDeg - 1);
    double east = x - column;
    double south = y - row;
    double northM = post(row, column) * (1 - east) + post(row, column + 1) * east;
    double southM = post(row + 1, column) * (1 - east) + post(row + 1, column + 1) * east;
    return northM * (1 - south) + southM * south;
  }

  private double post(int row, int column) {
    short metres = posts.get(row * (perDeg + 1) + column);
    return metres == VOID ? Double.NaN : metres;
  }
}
