package org.airwitness.airspace;

/**
 * What one zone says of one fix that lies inside it horizontally; height and time stay separate.
 *
 * @param zone the zone
 * @param vertical whether the height lies between the limits
 * @param active whether the zone applies at the time of the fix
 * @param heightMethod source of the height that decided
 * @param marginal the vertical verdict would change within the uncertainty of the height
 */
public record Verdict(
    Zone zone,
    VerticalVerdict vertical,
    boolean active,
    HeightMethod heightMethod,
    boolean marginal) {
  /** True when the fix counts as being in the zone: active, and the height does not rule it out. */
  public boolean inside() {
    return active && !zone.rulesOut(vertical);
  }
}
