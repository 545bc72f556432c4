package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/**
 * Who operates an aircraft (ASTM F3411, Operator ID message, type 5).
 *
 * @param operatorIdTypeCode what the identifier is, 0 to 255, see {@link #operatorIdType()}
 * @param id 1 to 20 printable ASCII characters as sent; it may hold the secret of an EU
 *     registration, see {@link org.airwitness.remoteid.identity.OperatorRegistration#mask}
 */
public record OperatorId(int version, int operatorIdTypeCode, @Nullable String id)
    implements Message {

  public OperatorId {
    Ranges.requireVersion(version);
    Ranges.require("operatorIdTypeCode", operatorIdTypeCode, 0, Ranges.MAX_BYTE);
    Ranges.requireText("id", id, Ranges.ID_CHARS);
  }

  /** What the identifier is, {@code null} for a reserved code. */
  public @Nullable OperatorIdType operatorIdType() {
    return OperatorIdType.ofCode(operatorIdTypeCode);
  }
}
