package org.airwitness.track.core;

/**
 * Box in degrees, WGS-84; one that crosses the antimeridian has {@code west} greater than {@code
 * east}. Bounds are inside.
 */
public record BoundingBox(double westDeg, double southDeg, double eastDeg, double northDeg) {
  /** The whole Earth. */
  public static final BoundingBox EVERYWHERE = new BoundingBox(-180, -90, 180, 90);

  public BoundingBox {
    if (!(Math.abs(westDeg) <= 180 && Math.abs(eastDeg) <= 180)) {
      throw new IllegalArgumentException("bbox: west and east are longitudes from -180 to 180");
    }
    if (!(southDeg >= -90 && northDeg <= 90 && southDeg <= northDeg)) {
      throw new IllegalArgumentException(
          "bbox: south and north are latitudes from -90 to 90, south not above north");
    }
  }

  /**
   * Reads {@code west,south,east,north}.
   *
   * @throws IllegalArgumentException when it is not four such numbers
   */
  public static BoundingBox parse(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("bbox takes four numbers: west,south,east,north");
    }
    try {
      return new BoundingBox(
          Double.parseDouble(parts[0]),
          Double.parseDouble(parts[1]),
          Double.parseDouble(parts[2]),
          Double.parseDouble(parts[3]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("bbox takes four numbers: west,south,east,north", e);
    }
  }

  public boolean contains(double lonDeg, double latDeg) {
    boolean inLongitude =
        westDeg <= eastDeg
            ? lonDeg >= westDeg && lonDeg <= eastDeg
            : lonDeg >= westDeg || lonDeg <= eastDeg;
    return inLongitude && latDeg >= southDeg && latDeg <= northDeg;
  }
}
