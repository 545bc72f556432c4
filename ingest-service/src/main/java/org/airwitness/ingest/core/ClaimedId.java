package org.airwitness.ingest.core;

import java.util.Locale;
import java.util.Optional;
import org.airwitness.remoteid.identity.DroneId;
import org.airwitness.remoteid.identity.IdSource;

/**
 * An identifier as it was received.
 *
 * @param text not validated, not normalised; never blank
 */
public record ClaimedId(String text, Type type) {
  /** What an identifier claims to be. */
  public enum Type {
    SERIAL,
    CAA,
    UTM,
    SESSION,
    /** The aircraft itself gives it no kind. */
    UNTYPED,
    /** The receiver does not tell the kind. */
    FEED,
    /** DJI's own serial number. */
    DJI,
    /** What a receiver calls an encrypted DJI transmitter. */
    DJI_HASH
  }

  private static final DroneId NOBODY = DroneId.address("none", "none");

  public ClaimedId {
    if (text.isBlank()) {
      throw new IllegalArgumentException("an identifier is not blank");
    }
  }

  /** Returns the canonical identity; empty for placeholders and unusable texts. */
  Optional<DroneId> find() {
    return type == Type.DJI_HASH ? hash() : canonical();
  }

  private Optional<DroneId> hash() {
    String hash = text.strip().toLowerCase(Locale.ROOT);
    return DroneId.parse(DroneId.Kind.DJI_HASH.prefix() + ':' + hash);
  }

  private Optional<DroneId> canonical() {
    DroneId found = DroneId.canonical(text, source(), NOBODY).id();
    return found.equals(NOBODY) ? Optional.empty() : Optional.of(found);
  }

  private IdSource source() {
    return switch (type) {
      case SERIAL -> IdSource.SERIAL;
      case CAA -> IdSource.CAA;
      case UTM -> IdSource.UTM;
      case SESSION -> IdSource.SESSION;
      case UNTYPED -> IdSource.NONE;
      case FEED -> IdSource.FEED;
      case DJI, DJI_HASH -> IdSource.DJI;
    };
  }
}
