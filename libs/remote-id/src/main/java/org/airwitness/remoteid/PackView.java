package org.airwitness.remoteid;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message or a pack read where it lies, without allocating: a window that is moved from payload
 * to payload, its values computed when asked for. For receivers that look at thousands of packs a
 * second and keep few; {@link RemoteIdDecoder} reads the same values and tells what was malformed.
 *
 * <p>One window per thread. The array must not change while the window lies on it. A value that was
 * not stated and one that was illegal look alike here: absent.
 */
public final class PackView {
  private static final byte[] NOTHING = {};

  private final LocationView location = new LocationView();
  private final SystemView system = new SystemView();
  private final TextView text = new TextView();
  private byte[] bytes = NOTHING;
  private int first;
  private int count;

  /**
   * Moves the window.
   *
   * @return why there is no message to read, {@code null} if there is; an empty pack has none and
   *     is no fault
   * @throws IndexOutOfBoundsException if offset and length are not within the array
   */
  public @Nullable Reason wrap(byte[] payload, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, payload.length);
    bytes = payload;
    count = 0;
    if (length == 0) {
      return Reason.EMPTY_PAYLOAD;
    }
    return RemoteIdDecoder.type(payload, offset) == RemoteIdDecoder.PACK_TYPE
        ? wrapPack(offset, length)
        : wrapSingle(offset, length);
  }

  private @Nullable Reason wrapSingle(int offset, int length) {
    if (length < RemoteIdDecoder.MESSAGE_BYTES) {
      return Reason.MESSAGE_TRUNCATED;
    }
    first = offset;
    count = 1;
    return null;
  }

  private @Nullable Reason wrapPack(int offset, int length) {
    if (length < RemoteIdDecoder.PACK_HEADER_BYTES) {
      return Reason.PACK_HEADER_TRUNCATED;
    }
    if (bytes[offset + 1] != RemoteIdDecoder.MESSAGE_BYTES) {
      return Reason.PACK_SIZE_BYTE;
    }
    int announced = LittleEndian.u8(bytes, offset + 2);
    int complete = (length - RemoteIdDecoder.PACK_HEADER_BYTES) / RemoteIdDecoder.MESSAGE_BYTES;
    if (announced > 0 && complete == 0) {
      return Reason.PACK_TRUNCATED;
    }
    first = offset + RemoteIdDecoder.PACK_HEADER_BYTES;
    count = Math.min(Math.min(announced, complete), RemoteIdDecoder.MAX_PACK_MESSAGES);
    return null;
  }

  /** How many messages there are, 0 to 9. */
  public int messages() {
    return count;
  }

  /** The message type, 0 to 15; only 0 to 5 have a meaning. */
  public int type(int message) {
    return RemoteIdDecoder.type(bytes, offset(message));
  }

  /** The protocol version of the sender, 0 to 15. */
  public int version(int message) {
    return RemoteIdDecoder.version(bytes, offset(message));
  }

  /**
   * Where in the array a message begins.
   *
   * @throws IndexOutOfBoundsException if there is no such message
   */
  public int offset(int message) {
    return first + RemoteIdDecoder.MESSAGE_BYTES * Objects.checkIndex(message, count);
  }

  /** The Location message (type 1) at an index; good until the next call. */
  public LocationView location(int message) {
    location.move(bytes, offset(message, LocationFormat.TYPE));
    return location;
  }

  /** The System message (type 4) at an index; good until the next call. */
  public SystemView system(int message) {
    system.move(bytes, offset(message, SystemFormat.TYPE));
    return system;
  }

  /** What the identifier of the Basic ID (type 0) at an index is; {@code null} if reserved. */
  public @Nullable IdType idType(int message) {
    return IdType.ofCode(bytes[offset(message, BasicIdFormat.TYPE) + 1] >> 4 & 0xF);
  }

  /** The kind of aircraft of the Basic ID (type 0) at an index. */
  public @Nullable UaType uaType(int message) {
    return UaType.ofCode(bytes[offset(message, BasicIdFormat.TYPE) + 1] & 0xF);
  }

  /**
   * The text of the Basic ID, Self-ID or Operator ID (types 0, 3, 5) at an index; good until the
   * next call. A Basic ID with a UUID or a session has no text.
   *
   * @throws IllegalArgumentException if the message is of another type
   */
  public TextView text(int message) {
    int at = offset(message);
    switch (RemoteIdDecoder.type(bytes, at)) {
      case BasicIdFormat.TYPE -> text.move(bytes, at + 2, isText(message) ? Ranges.ID_CHARS : 0);
      case SelfIdFormat.TYPE -> text.move(bytes, at + 2, Ranges.DESCRIPTION_CHARS);
      case OperatorIdFormat.TYPE -> text.move(bytes, at + 2, Ranges.ID_CHARS);
      default -> throw new IllegalArgumentException("message " + message + " has no text");
    }
    return text;
  }

  private boolean isText(int message) {
    IdType type = idType(message);
    return type != IdType.UTM_UUID && type != IdType.SPECIFIC_SESSION;
  }

  private int offset(int message, int type) {
    int at = offset(message);
    if (RemoteIdDecoder.type(bytes, at) != type) {
      throw new IllegalArgumentException("message " + message + " is not of type " + type);
    }
    return at;
  }
}
