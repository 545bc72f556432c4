package org.airwitness.ingest.core;

/**
 * Something that could not be accepted.
 *
 * @param item index in its message, {@link #WHOLE_MESSAGE} for all of it
 * @param reason stable code
 * @param detail what was found, where, and what is allowed
 * @param content the refused bytes exactly as received
 */
@SuppressWarnings("ArrayRecordComponent") // passed once, never compared
public record Refusal(int item, String reason, String detail, byte[] content) {
  public static final int WHOLE_MESSAGE = -1;

  public static Refusal of(int item, RefusalReason reason, String detail, byte[] content) {
    return new Refusal(item, reason.code(), detail, content);
  }

  /** Refuses a whole message. */
  public static Refusal of(SensorMessage message, RefusalReason reason, String detail) {
    return of(WHOLE_MESSAGE, reason, detail, message.payload());
  }

  /** Whether it goes to quarantine; what a noisy radio garbles is only counted. */
  public boolean isKept() {
    return !reason.equals(RefusalReason.LINK_CRC.code());
  }

  /** Returns the detail with the item it is about. */
  public String located() {
    return item == WHOLE_MESSAGE ? detail : "item %d: %s".formatted(item, detail);
  }

  /** Refuses the same for another reason. */
  public Refusal as(RefusalReason other, String hint) {
    return new Refusal(item, other.code(), hint + "; " + detail, content);
  }
}
