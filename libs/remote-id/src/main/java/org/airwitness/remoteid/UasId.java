package org.airwitness.remoteid;

import java.util.UUID;

/** The identifier in a Basic ID message, in the form its ID type gives it. */
public sealed interface UasId {

  /**
   * A serial number, a registration, or a text of no stated kind.
   *
   * @param text 1 to 20 printable ASCII characters, as sent: not validated, not normalised
   */
  record Text(String text) implements UasId {
    public Text {
      Ranges.requireText("id", text, Ranges.ID_CHARS);
    }
  }

  /** An identifier assigned by UAS traffic management. */
  record Utm(UUID uuid) implements UasId {}

  /**
   * An identifier valid for one flight.
   *
   * @param bytes 20 bytes, the first of them the session type
   */
  record Session(Bytes bytes) implements UasId {
    public Session {
      if (bytes.length() != Ranges.ID_CHARS) {
        throw new IllegalArgumentException("a session id has 20 bytes, was " + bytes.length());
      }
    }

    /**
     * Who defines the remaining bytes: 0 is reserved, 1 a DRIP entity tag (RFC 9374), 2 an IEEE
     * 1609.2 hash, up to 224 assigned by ICAO, 225 to 255 private.
     */
    public int sessionType() {
      return bytes.at(0);
    }
  }
}
