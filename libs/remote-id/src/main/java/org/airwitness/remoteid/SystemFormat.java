package org.airwitness.remoteid;

/** The layout of {@link SystemMessage}; its Javadoc and ASTM F3411 name the fields. */
final class SystemFormat {
  static final int TYPE = 4;
  static final int RADIUS_STEP_M = 10;

  private SystemFormat() {}

  static SystemMessage read(byte[] bytes, int at, Screen screen) {
    int flags = LittleEndian.u8(bytes, at + 1);
    int classification = flags >> 2 & 0x7;
    return new SystemMessage(
        RemoteIdDecoder.version(bytes, at),
        screen.code(Field.CLASSIFICATION, classification, Classification.ofCode(classification)),
        readOperator(bytes, at, flags & 0x3, screen),
        readArea(bytes, at, screen),
        readEuLabel(LittleEndian.u8(bytes, at + 17), screen),
        screen.time(LittleEndian.u32(bytes, at + 20)));
  }

  private static SystemMessage.Operator readOperator(
      byte[] bytes, int at, int locationType, Screen screen) {
    return new SystemMessage.Operator(
        screen.code(
            Field.OPERATOR_LOCATION_TYPE, locationType, OperatorLocationType.ofCode(locationType)),
        screen.operatorPositionE7(LittleEndian.i32(bytes, at + 2), LittleEndian.i32(bytes, at + 6)),
        AltitudeFormat.read(Field.OPERATOR_ALTITUDE, bytes, at + 18, screen));
  }

  private static SystemMessage.Area readArea(byte[] bytes, int at, Screen screen) {
    return new SystemMessage.Area(
        LittleEndian.u16(bytes, at + 10),
        screen.areaRadiusM(LittleEndian.u8(bytes, at + 12) * RADIUS_STEP_M),
        AltitudeFormat.read(Field.AREA_CEILING, bytes, at + 13, screen),
        AltitudeFormat.read(Field.AREA_FLOOR, bytes, at + 15, screen));
  }

  private static SystemMessage.EuLabel readEuLabel(int codes, Screen screen) {
    return new SystemMessage.EuLabel(
        screen.code(Field.EU_CATEGORY, codes >> 4, EuCategory.ofCode(codes >> 4)),
        screen.code(Field.EU_CLASS, codes & 0xF, EuClass.ofCode(codes & 0xF)));
  }

  static void write(SystemMessage message, byte[] bytes, int at) {
    SystemMessage.Operator operator = message.operator();
    bytes[at + 1] =
        (byte)
            (RemoteIdEncoder.code(message.classification()) << 2
                | RemoteIdEncoder.code(operator.locationType()));
    PositionFormat.write(operator.position(), bytes, at + 2);
    writeArea(message.area(), bytes, at);
    bytes[at + 17] =
        (byte)
            (RemoteIdEncoder.code(message.eu().category()) << 4
                | RemoteIdEncoder.code(message.eu().uasClass()));
    AltitudeFormat.write(operator.geodeticAltitudeM(), bytes, at + 18);
    LittleEndian.put32(bytes, at + 20, RemoteIdEpoch.seconds(message.time()));
  }

  /** Rounds the radius up, so that the area written still holds every aircraft. */
  private static void writeArea(SystemMessage.Area area, byte[] bytes, int at) {
    LittleEndian.put16(bytes, at + 10, area.count());
    Integer radiusM = area.radiusM();
    bytes[at + 12] = (byte) (radiusM == null ? 0 : Math.ceilDiv(radiusM, RADIUS_STEP_M));
    AltitudeFormat.write(area.geodeticCeilingM(), bytes, at + 13);
    AltitudeFormat.write(area.geodeticFloorM(), bytes, at + 15);
  }
}
