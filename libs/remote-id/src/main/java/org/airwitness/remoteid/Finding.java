package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/**
 * Something malformed in a frame that could still be read.
 *
 * @param reason what is wrong
 * @param message index of the message in {@link Frame#messages()}, or {@link #WHOLE_FRAME}
 * @param field the field it is in, {@code null} if it is about the message or frame as a whole
 * @param raw the value as it was claimed: a number in the unit of the wire (or of the source if
 *     that is not the wire), hexadecimal digits for text
 */
public record Finding(Reason reason, int message, @Nullable Field field, String raw) {

  /** In place of a message index: the finding is about the frame. */
  public static final int WHOLE_FRAME = -1;
}
