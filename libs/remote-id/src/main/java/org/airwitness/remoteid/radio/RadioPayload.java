package org.airwitness.remoteid.radio;

import org.airwitness.remoteid.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * One payload of a radio frame.
 *
 * @param content which decoder reads the bytes
 * @param counter 0 to 255, changes with the content; only Remote ID has one, and some receivers
 *     drop it
 * @param bytes what the decoder takes
 */
public record RadioPayload(Content content, @Nullable Integer counter, Bytes bytes) {

  /** Which decoder reads a payload. */
  public enum Content {
    /** {@code RemoteIdDecoder.decode}: a message or a pack. */
    REMOTE_ID,
    /** {@code DjiDecoder.decodeElement}: a vendor element, from its organisation on. */
    DJI,
    /** {@code FrenchDecoder.decode}: records, from the first type on. */
    FRENCH
  }
}
