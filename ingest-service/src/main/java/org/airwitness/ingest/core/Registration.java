package org.airwitness.ingest.core;

import java.util.Optional;

/** A sensor with what its password is checked against. */
public record Registration(Sensor sensor, Password.Hash hash) {

  /**
   * Checks a password. Without a registration it takes as long and fails alike, so that nobody
   * learns which sensors exist.
   */
  public static Optional<Sensor> authenticate(
      Optional<Registration> registration, String password) {
    Password.Hash hash = registration.map(Registration::hash).orElse(Password.Hash.OF_NOBODY);
    boolean matches = hash.matches(password);
    return registration.filter(known -> matches).map(Registration::sensor);
  }
}
