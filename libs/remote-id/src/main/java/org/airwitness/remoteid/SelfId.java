package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/**
 * What the operator says of the flight (ASTM F3411, Self-ID message, type 3).
 *
 * @param descriptionTypeCode what the text is, 0 to 255, see {@link #descriptionType()}
 * @param description 1 to 23 printable ASCII characters
 */
public record SelfId(int version, int descriptionTypeCode, @Nullable String description)
    implements Message {

  public SelfId {
    Ranges.requireVersion(version);
    Ranges.require("descriptionTypeCode", descriptionTypeCode, 0, Ranges.MAX_BYTE);
    Ranges.requireText("description", description, Ranges.DESCRIPTION_CHARS);
  }

  /** What the text is, {@code null} for a reserved code. */
  public @Nullable DescriptionType descriptionType() {
    return DescriptionType.ofCode(descriptionTypeCode);
  }
}
