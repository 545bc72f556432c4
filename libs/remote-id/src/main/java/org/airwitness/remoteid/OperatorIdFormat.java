package org.airwitness.remoteid;

/** The layout of {@link OperatorId}: b1 type, b2-21 text, b22-24 reserved. */
final class OperatorIdFormat {
  static final int TYPE = 5;

  private OperatorIdFormat() {}

  static OperatorId read(byte[] bytes, int at, Screen screen) {
    int code = LittleEndian.u8(bytes, at + 1);
    screen.code(Field.OPERATOR_ID_TYPE, code, OperatorIdType.ofCode(code));
    String id = screen.text(Field.OPERATOR_ID, bytes, at + 2, Ranges.ID_CHARS);
    screen.reserved(bytes, at + 22, 3);
    return new OperatorId(RemoteIdDecoder.version(bytes, at), code, id);
  }

  static void write(OperatorId message, byte[] bytes, int at) {
    bytes[at + 1] = (byte) message.operatorIdTypeCode();
    TextFormat.write(message.id(), bytes, at + 2);
  }
}
