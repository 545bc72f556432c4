package org.airwitness.remoteid.identity;

import org.airwitness.remoteid.IdType;
import org.jspecify.annotations.Nullable;

/** What an identifier claims to be. */
public enum IdSource {
  /** A serial number: Basic ID of that type, French identification record 3. */
  SERIAL,
  /** A registration of a civil aviation authority. */
  CAA,
  /** A UUID of UAS traffic management, in its usual spelling. */
  UTM,
  /** A session identifier in hexadecimal digits. */
  SESSION,
  /** A text the sender itself gives no kind: Basic ID with ID type 0 or a reserved one. */
  NONE,
  /** A text from a receiver's feed that does not tell the ID type. */
  FEED,
  /** A serial number from DJI DroneID, whichever receiver decoded it. */
  DJI;

  /** The source of a Basic ID. */
  public static IdSource of(@Nullable IdType idType) {
    return switch (idType) {
      case SERIAL_NUMBER -> SERIAL;
      case CAA_REGISTRATION -> CAA;
      case UTM_UUID -> UTM;
      case SPECIFIC_SESSION -> SESSION;
      case NONE -> NONE;
      case null -> NONE;
    };
  }
}
