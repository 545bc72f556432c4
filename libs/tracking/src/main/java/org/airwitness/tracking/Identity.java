package org.airwitness.tracking;

import org.jspecify.annotations.Nullable;

/**
 * What a drone calls itself.
 *
 * @param droneId canonical id with its namespace, for example {@code serial:1588E040445AC004418}
 * @param uasId the identifier as received, null when only the transmitter address is known
 * @param uaType ASTM F3411 UA type code, null when not declared
 * @param operatorId operator registration as broadcast; personal data
 * @param selfId free text of the operator
 */
public record Identity(
    String droneId,
    IdType type,
    @Nullable String uasId,
    @Nullable Integer uaType,
    @Nullable String operatorId,
    @Nullable String selfId) {

  /** The namespace of a canonical id; {@link #ADDR} alone is no identity, only an address. */
  public enum IdType {
    SERIAL,
    CAA,
    UTM,
    SESSION,
    UNCLASSIFIED,
    DJI,
    ADDR
  }

  boolean isOnlyAnAddress() {
    return type == IdType.ADDR;
  }

  /**
   * Takes the newer claims and keeps what they leave open; a bare address never replaces a name.
   */
  Identity updatedBy(Identity newer) {
    boolean keepName = newer.isOnlyAnAddress();
    return new Identity(
        keepName ? droneId : newer.droneId,
        keepName ? type : newer.type,
        newer.uasId == null ? uasId : newer.uasId,
        newer.uaType == null ? uaType : newer.uaType,
        newer.operatorId == null ? operatorId : newer.operatorId,
        newer.selfId == null ? selfId : newer.selfId);
  }
}
