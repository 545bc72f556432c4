package org.airwitness.remoteid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encodes Remote ID messages and packs (ASTM F3411-22a, ASD-STAN prEN 4709-002).
 *
 * <p>Absent values become the standard's code for "unknown". Numbers are rounded to the nearest
 * step, the radius of an area up; speeds beyond the largest that can be written become that, which
 * the standard defines as "or more". The records refuse everything else that is out of range.
 */
public final class RemoteIdEncoder {
  private RemoteIdEncoder() {}

  /**
   * The 25 bytes of a message.
   *
   * @throws IllegalArgumentException for an {@link Unreadable} message
   */
  public static byte[] encode(Message message) {
    byte[] bytes = new byte[RemoteIdDecoder.MESSAGE_BYTES];
    write(message, bytes, 0);
    return bytes;
  }

  /**
   * A message pack, at most 228 bytes.
   *
   * @param version protocol version of the pack, 0 to 15
   * @throws IllegalArgumentException unless there are 1 to 9 messages, none of them {@link
   *     Unreadable}
   */
  public static byte[] encodePack(int version, List<? extends Message> messages) {
    Ranges.requireVersion(version);
    Ranges.require("messages in a pack", messages.size(), 1, RemoteIdDecoder.MAX_PACK_MESSAGES);
    byte[] bytes = new byte[RemoteIdDecoder.messageOffset(messages.size())];
    bytes[0] = (byte) (RemoteIdDecoder.PACK_TYPE << 4 | version);
    bytes[1] = RemoteIdDecoder.MESSAGE_BYTES;
    bytes[2] = (byte) messages.size();
    for (int i = 0; i < messages.size(); i++) {
      write(messages.get(i), bytes, RemoteIdDecoder.messageOffset(i));
    }
    return bytes;
  }

  private static void write(Message message, byte[] bytes, int at) {
    bytes[at] = (byte) (type(message) << 4 | message.version());
    switch (message) {
      case BasicId basicId -> BasicIdFormat.write(basicId, bytes, at);
      case Location location -> LocationFormat.write(location, bytes, at);
      case Authentication page -> AuthenticationFormat.write(page, bytes, at);
      case SelfId selfId -> SelfIdFormat.write(selfId, bytes, at);
      case SystemMessage system -> SystemFormat.write(system, bytes, at);
      case OperatorId operatorId -> OperatorIdFormat.write(operatorId, bytes, at);
      case Unreadable _ -> throw unencodable();
    }
  }

  private static int type(Message message) {
    return switch (message) {
      case BasicId _ -> BasicIdFormat.TYPE;
      case Location _ -> LocationFormat.TYPE;
      case Authentication _ -> AuthenticationFormat.TYPE;
      case SelfId _ -> SelfIdFormat.TYPE;
      case SystemMessage _ -> SystemFormat.TYPE;
      case OperatorId _ -> OperatorIdFormat.TYPE;
      case Unreadable _ -> throw unencodable();
    };
  }

  private static IllegalArgumentException unencodable() {
    return new IllegalArgumentException("an unreadable message has no meaning to encode");
  }

  /** The number of a meaning, 0 for none. */
  static int code(@Nullable Coded meaning) {
    return meaning == null ? 0 : meaning.code();
  }
}
