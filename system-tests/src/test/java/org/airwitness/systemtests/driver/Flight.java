package org.airwitness.systemtests.driver;

/**
 * A drone that flies to and fro on a straight line through the middle of a round zone of {@value
 * #ZONE_RADIUS_M} m. Where it is at step {@code k} depends on {@code k} alone; it is surely inside
 * the zone or outside by more than the 10 m that make sure that it left.
 *
 * @param bearingDeg direction of the line
 * @param phase steps it is ahead, 0 to 5; all begin outside, and regularly all are outside at once
 */
public record Flight(String serial, String address, Place middle, double bearingDeg, int phase) {
  public static final double ZONE_RADIUS_M = 100;

  private static final double STEP_M = 15;
  private static final int STEPS_OF_A_LEG = 27;
  private static final double REACH_M = STEP_M * STEPS_OF_A_LEG / 2;

  public Place place(int k) {
    double bearing = Math.toRadians(bearingDeg);
    return middle.moved(alongM(k) * Math.sin(bearing), alongM(k) * Math.cos(bearing));
  }

  public boolean isInside(int k) {
    return Math.abs(alongM(k)) < ZONE_RADIUS_M;
  }

  private double alongM(int k) {
    int step = (k + phase) % (2 * STEPS_OF_A_LEG);
    int along = Math.min(step, 2 * STEPS_OF_A_LEG - step);
    return along * STEP_M - REACH_M;
  }
}
