package org.airwitness.remoteid;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The layout of {@link BasicId}: b1 ID type and UA type, b2-21 identifier, b22-24 reserved. */
final class BasicIdFormat {
  static final int TYPE = 0;
  private static final int UUID_BYTES = 16;

  private BasicIdFormat() {}

  static BasicId read(byte[] bytes, int at, Screen screen) {
    int types = LittleEndian.u8(bytes, at + 1);
    IdType idType = screen.code(Field.ID_TYPE, types >> 4, IdType.ofCode(types >> 4));
    UaType uaType = screen.code(Field.UA_TYPE, types & 0xF, UaType.ofCode(types & 0xF));
    UasId id = readId(idType, bytes, at + 2, screen);
    screen.reserved(bytes, at + 22, 3);
    return new BasicId(RemoteIdDecoder.version(bytes, at), idType, uaType, id);
  }

  /** Reads 20 bytes of identifier in the form of its type. */
  static @Nullable UasId readId(@Nullable IdType idType, byte[] bytes, int at, Screen screen) {
    if (idType == IdType.UTM_UUID) {
      return readUuid(bytes, at, screen);
    }
    if (idType == IdType.SPECIFIC_SESSION) {
      return readSession(bytes, at, screen);
    }
    String text = screen.text(Field.UAS_ID, bytes, at, Ranges.ID_CHARS);
    return text == null ? null : new UasId.Text(text);
  }

  private static @Nullable UasId readUuid(byte[] bytes, int at, Screen screen) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, at, UUID_BYTES);
    UUID uuid = new UUID(buffer.getLong(), buffer.getLong());
    screen.reserved(bytes, at + UUID_BYTES, Ranges.ID_CHARS - UUID_BYTES);
    return uuid.getMostSignificantBits() == 0 && uuid.getLeastSignificantBits() == 0
        ? null
        : new UasId.Utm(uuid);
  }

  private static @Nullable UasId readSession(byte[] bytes, int at, Screen screen) {
    if (isZero(bytes, at)) {
      return null;
    }
    if (bytes[at] == 0) {
      screen.report(Reason.RESERVED_ENUM, Field.SESSION_TYPE, 0);
    }
    return new UasId.Session(Bytes.copyOf(bytes, at, Ranges.ID_CHARS));
  }

  private static boolean isZero(byte[] bytes, int at) {
    for (int i = 0; i < Ranges.ID_CHARS; i++) {
      if (bytes[at + i] != 0) {
        return false;
      }
    }
    return true;
  }

  static void write(BasicId message, byte[] bytes, int at) {
    bytes[at + 1] =
        (byte)
            (RemoteIdEncoder.code(message.idType()) << 4 | RemoteIdEncoder.code(message.uaType()));
    switch (message.id()) {
      case null -> {}
      case UasId.Text text -> TextFormat.write(text.text(), bytes, at + 2);
      case UasId.Session session -> session.bytes().copyTo(bytes, at + 2);
      case UasId.Utm utm ->
          ByteBuffer.wrap(bytes, at + 2, UUID_BYTES)
              .putLong(utm.uuid().getMostSignificantBits())
              .putLong(utm.uuid().getLeastSignificantBits());
    }
  }
}
