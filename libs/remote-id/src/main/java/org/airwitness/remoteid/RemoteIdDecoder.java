package org.airwitness.remoteid;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Decodes Remote ID as it comes off the air: one 25-byte message or a message pack (ASTM F3411-19
 * and -22a, ASD-STAN prEN 4709-002).
 *
 * <p>Never throws on any bytes. A malformed message does not discard its neighbours; every version
 * is decoded alike, because senders fill fields their version does not have. Bytes behind the last
 * message are padding.
 */
public final class RemoteIdDecoder {
  /** The length of every message. */
  public static final int MESSAGE_BYTES = 25;

  /** The most messages a pack may hold. */
  public static final int MAX_PACK_MESSAGES = 9;

  static final int PACK_HEADER_BYTES = 3;
  static final int PACK_TYPE = 0xF;
  private static final int LAST_VERSION = 2;

  private RemoteIdDecoder() {}

  /** Decodes a message or a pack without its transport header. */
  public static Decoded decode(byte[] payload) {
    return decode(payload, 0, payload.length);
  }

  /**
   * Decodes a message or a pack inside a larger frame.
   *
   * @throws IndexOutOfBoundsException if offset and length are not within the array
   */
  public static Decoded decode(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    Bytes payload = Bytes.copyOf(bytes, offset, length);
    if (length == 0) {
      return new Rejected(Reason.EMPTY_PAYLOAD, payload);
    }
    return type(bytes, offset) == PACK_TYPE
        ? decodePack(bytes, offset, length, payload)
        : decodeSingle(bytes, offset, length, payload);
  }

  private static Decoded decodeSingle(byte[] bytes, int offset, int length, Bytes payload) {
    if (length < MESSAGE_BYTES) {
      return new Rejected(Reason.MESSAGE_TRUNCATED, payload);
    }
    List<Finding> findings = new ArrayList<>(0);
    Message message = decodeMessage(bytes, offset, new Screen(0, findings));
    return new Frame(Frame.Container.MESSAGE, List.of(message), findings, payload);
  }

  private static Decoded decodePack(byte[] bytes, int offset, int length, Bytes payload) {
    if (length < PACK_HEADER_BYTES) {
      return new Rejected(Reason.PACK_HEADER_TRUNCATED, payload);
    }
    if (bytes[offset + 1] != MESSAGE_BYTES) {
      return new Rejected(Reason.PACK_SIZE_BYTE, payload);
    }
    int announced = LittleEndian.u8(bytes, offset + 2);
    int complete = (length - PACK_HEADER_BYTES) / MESSAGE_BYTES;
    if (announced > 0 && complete == 0) {
      return new Rejected(Reason.PACK_TRUNCATED, payload);
    }
    List<Finding> findings = new ArrayList<>(0);
    checkPackHeader(bytes, offset, announced, complete, new Screen(Finding.WHOLE_FRAME, findings));
    int count = Math.min(Math.min(announced, complete), MAX_PACK_MESSAGES);
    List<Message> messages = decodeMessages(bytes, offset, count, findings);
    return new Frame(Frame.Container.PACK, messages, findings, payload);
  }

  private static void checkPackHeader(
      byte[] bytes, int offset, int announced, int complete, Screen screen) {
    checkVersion(bytes, offset, screen);
    if (announced == 0) {
      screen.report(Reason.EMPTY_PACK, null, announced);
    } else if (announced > MAX_PACK_MESSAGES) {
      screen.report(Reason.PACK_COUNT, null, announced);
    } else if (announced > complete) {
      screen.report(Reason.PACK_TRUNCATED, null, announced);
    }
  }

  private static List<Message> decodeMessages(
      byte[] bytes, int offset, int count, List<Finding> findings) {
    List<Message> messages = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int at = offset + messageOffset(i);
      Screen screen = new Screen(i, findings);
      messages.add(decodeMessage(bytes, at, screen));
      if (repeatsEarlier(bytes, offset, i)) {
        screen.report(Reason.DUPLICATE_MESSAGE, null, type(bytes, at));
      }
    }
    return messages;
  }

  private static Message decodeMessage(byte[] bytes, int at, Screen screen) {
    checkVersion(bytes, at, screen);
    return switch (type(bytes, at)) {
      case BasicIdFormat.TYPE -> BasicIdFormat.read(bytes, at, screen);
      case LocationFormat.TYPE -> LocationFormat.read(bytes, at, screen);
      case AuthenticationFormat.TYPE -> AuthenticationFormat.read(bytes, at, screen);
      case SelfIdFormat.TYPE -> SelfIdFormat.read(bytes, at, screen);
      case SystemFormat.TYPE -> SystemFormat.read(bytes, at, screen);
      case OperatorIdFormat.TYPE -> OperatorIdFormat.read(bytes, at, screen);
      case PACK_TYPE -> unreadable(bytes, at, Reason.NESTED_PACK, screen);
      default -> unreadable(bytes, at, Reason.RESERVED_MESSAGE_TYPE, screen);
    };
  }

  private static Unreadable unreadable(byte[] bytes, int at, Reason reason, Screen screen) {
    screen.report(reason, null, type(bytes, at));
    return new Unreadable(version(bytes, at), Bytes.copyOf(bytes, at, MESSAGE_BYTES), reason);
  }

  private static void checkVersion(byte[] bytes, int at, Screen screen) {
    int version = version(bytes, at);
    if (version > LAST_VERSION) {
      screen.report(Reason.RESERVED_VERSION, Field.VERSION, version);
    }
  }

  private static boolean repeatsEarlier(byte[] bytes, int offset, int index) {
    int at = offset + messageOffset(index);
    if (type(bytes, at) > OperatorIdFormat.TYPE) {
      return false;
    }
    int slot = slot(bytes, at);
    for (int i = 0; i < index; i++) {
      if (slot(bytes, offset + messageOffset(i)) == slot) {
        return true;
      }
    }
    return false;
  }

  /** The kind of a message, of which a pack holds one: the type, with ID type or page. */
  private static int slot(byte[] bytes, int at) {
    int type = type(bytes, at);
    int part =
        switch (type) {
          case BasicIdFormat.TYPE -> LittleEndian.u8(bytes, at + 1) >> 4;
          case AuthenticationFormat.TYPE -> LittleEndian.u8(bytes, at + 1);
          default -> 0;
        };
    return type << 8 | part;
  }

  static int messageOffset(int index) {
    return PACK_HEADER_BYTES + MESSAGE_BYTES * index;
  }

  static int type(byte[] bytes, int at) {
    return LittleEndian.u8(bytes, at) >> 4;
  }

  static int version(byte[] bytes, int at) {
    return bytes[at] & 0xF;
  }
}
