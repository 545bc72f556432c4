package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/**
 * The identifier and kind of an aircraft (ASTM F3411, Basic ID message, type 0).
 *
 * @param idType what the identifier is, {@code null} for a reserved code
 * @param uaType the kind of aircraft
 * @param id the identifier; {@link IdType#NONE} does not exclude one, because some senders put a
 *     text there all the same
 */
public record BasicId(
    int version, @Nullable IdType idType, @Nullable UaType uaType, @Nullable UasId id)
    implements Message {

  public BasicId {
    Ranges.requireVersion(version);
    if (id != null && !fits(idType, id)) {
      throw new IllegalArgumentException(
          "an id of type " + idType + " cannot be a " + id.getClass().getSimpleName());
    }
  }

  private static boolean fits(@Nullable IdType idType, UasId id) {
    return switch (id) {
      case UasId.Text _ -> idType != IdType.UTM_UUID && idType != IdType.SPECIFIC_SESSION;
      case UasId.Utm _ -> idType == IdType.UTM_UUID;
      case UasId.Session _ -> idType == IdType.SPECIFIC_SESSION;
    };
  }
}
