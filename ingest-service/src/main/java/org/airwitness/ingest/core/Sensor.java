package org.airwitness.ingest.core;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered sensor as its connection knows it.
 *
 * @param format name of the {@link SensorFormat} it speaks
 * @param position where it stands, unknown for mobile ones
 * @param shared whether other agencies see what it hears in their region
 * @param credential id of the password that is good now
 * @param allowance what its agency may send
 */
public record Sensor(
    SensorKey key,
    String format,
    @Nullable GeoPoint position,
    boolean shared,
    UUID credential,
    Allowance allowance) {

  /** A sensor with the limits of the deployment. */
  public Sensor(
      SensorKey key, String format, @Nullable GeoPoint position, boolean shared, UUID credential) {
    this(key, format, position, shared, credential, Allowance.ORDINARY);
  }

  /** Returns the sensor where it says it is now; unchanged when it does not say. */
  Sensor at(@Nullable GeoPoint now) {
    return now == null ? this : new Sensor(key, format, now, shared, credential, allowance);
  }
}
