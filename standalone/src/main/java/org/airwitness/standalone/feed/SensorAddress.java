package org.airwitness.standalone.feed;

/**
 * Where and as whom a sensor connects.
 *
 * @param host of the MQTT endpoint
 * @param port of the MQTT endpoint
 * @param sensor id of the sensor within its agency
 * @param agency id of the agency that owns it
 */
public record SensorAddress(String host, int port, String sensor, String agency, String password) {

  /** {@code sensor@agency}. */
  public String username() {
    return sensor + "@" + agency;
  }

  /** Hides the password. */
  @Override
  public String toString() {
    return username() + " at " + host + ":" + port;
  }
}
