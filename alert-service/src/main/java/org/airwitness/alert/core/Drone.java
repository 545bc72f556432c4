package org.airwitness.alert.core;

import java.util.Optional;

/**
 * What a drone calls itself.
 *
 * @param droneId canonical id with its namespace, for example {@code serial:1588E040445AC004418}
 * @param uasId the identifier as received, empty when none was
 */
public record Drone(String droneId, DroneIdType type, String uasId) {
  /** The serial number, when that is how the drone identifies itself. */
  public Optional<String> serial() {
    return type == DroneIdType.SERIAL && !uasId.isEmpty() ? Optional.of(uasId) : Optional.empty();
  }
}
