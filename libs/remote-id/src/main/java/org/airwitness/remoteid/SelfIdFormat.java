package org.airwitness.remoteid;

/** The layout of {@link SelfId}: b1 description type, b2-24 text. */
final class SelfIdFormat {
  static final int TYPE = 3;

  private SelfIdFormat() {}

  static SelfId read(byte[] bytes, int at, Screen screen) {
    int code = LittleEndian.u8(bytes, at + 1);
    screen.code(Field.DESCRIPTION_TYPE, code, DescriptionType.ofCode(code));
    return new SelfId(
        RemoteIdDecoder.version(bytes, at),
        code,
        screen.text(Field.DESCRIPTION, bytes, at + 2, Ranges.DESCRIPTION_CHARS));
  }

  static void write(SelfId message, byte[] bytes, int at) {
    bytes[at + 1] = (byte) message.descriptionTypeCode();
    TextFormat.write(message.description(), bytes, at + 2);
  }
}
