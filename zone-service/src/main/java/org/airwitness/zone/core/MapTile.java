package org.airwitness.zone.core;

/**
 * A square of the Web Mercator map (EPSG:3857): one of 2^z by 2^z, counted from the north-west.
 *
 * @param z 0..22
 * @param x column from 180 degrees west, below 2^z
 * @param y row from 85.05 degrees north, below 2^z
 */
public record MapTile(int z, int x, int y) {
  /** Units of a tile's side. */
  public static final int UNITS = 4096;

  /** How far a tile is drawn beyond its sides, so that outlines do not end there. */
  static final int MARGIN = 64;

  private static final int MAX_Z = 22;
  private static final double MAX_LAT_DEG = Math.toDegrees(Math.atan(Math.sinh(Math.PI)));

  public MapTile {
    if (z < 0 || z > MAX_Z) {
      throw new IllegalArgumentException("z is 0 to 22: " + z);
    }
    if (x < 0 || x >= 1 << z || y < 0 || y >= 1 << z) {
      throw new IllegalArgumentException(
          "x and y are 0 to %d at z %d: %d, %d".formatted((1 << z) - 1, z, x, y));
    }
  }

  /** Units east of the tile's western side. */
  double east(double lonDeg) {
    return ((lonDeg + 180) / 360 * (1 << z) - x) * UNITS;
  }

  /** Units south of the tile's northern side; beyond 85.05 degrees as at them. */
  double south(double latDeg) {
    double lat = Math.toRadians(Math.clamp(latDeg, -MAX_LAT_DEG, MAX_LAT_DEG));
    double row = (1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2;
    return (row * (1 << z) - y) * UNITS;
  }

  /** True for a place in the tile itself, which is in no other. */
  boolean holds(double east, double south) {
    return east >= 0 && east < UNITS && south >= 0 && south < UNITS;
  }

  /** What is drawn, margin included; as far as the map goes, which at its edges is to the poles. */
  public Extent extent() {
    return new Extent(
        Math.max(-180, lonDeg(-MARGIN)),
        y == (1 << z) - 1 ? -90 : latDeg(UNITS + MARGIN),
        Math.min(180, lonDeg(UNITS + MARGIN)),
        y == 0 ? 90 : latDeg(-MARGIN));
  }

  private double lonDeg(double east) {
    return (x + east / UNITS) / (1 << z) * 360 - 180;
  }

  private double latDeg(double south) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * (y + south / UNITS) / (1 << z)))));
  }
}
