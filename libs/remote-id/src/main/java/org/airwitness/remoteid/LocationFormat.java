package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/** The layout of {@link Location}; its Javadoc and ASTM F3411 name the fields. */
final class LocationFormat {
  static final int TYPE = 1;
  static final int HEIGHT_TYPE_BIT = 4;
  static final int EAST_WEST_BIT = 2;
  static final int MULTIPLIER_BIT = 1;
  static final double LOW_SPEED_STEP_MPS = 0.25;
  static final double HIGH_SPEED_STEP_MPS = 0.75;
  static final double HIGH_SPEED_START_MPS = 63.75;
  static final double VERTICAL_SPEED_STEP_MPS = 0.5;
  static final int UNKNOWN_SPEED = 255;
  private static final int UNKNOWN_COURSE_OF_WEST = 181;
  private static final int UNKNOWN_VERTICAL_SPEED = 126;
  private static final int UNKNOWN_TIME = 0xFFFF;

  private LocationFormat() {}

  static Location read(byte[] bytes, int at, Screen screen) {
    int head = LittleEndian.u8(bytes, at + 1);
    screen.reserved(bytes, at + 24, 1);
    return new Location(
        RemoteIdDecoder.version(bytes, at),
        screen.code(Field.STATUS, head >> 4, FlightStatus.ofCode(head >> 4)),
        screen.positionE7(LittleEndian.i32(bytes, at + 5), LittleEndian.i32(bytes, at + 9)),
        readMotion(bytes, at, head, screen),
        readAltitudes(bytes, at, head, screen),
        readAccuracies(bytes, at, screen),
        screen.hourTenths(LittleEndian.u16(bytes, at + 21)));
  }

  private static Location.Motion readMotion(byte[] bytes, int at, int head, Screen screen) {
    return new Location.Motion(
        readCourse(LittleEndian.u8(bytes, at + 2), (head & EAST_WEST_BIT) != 0, screen),
        readGroundSpeed(LittleEndian.u8(bytes, at + 3), (head & MULTIPLIER_BIT) != 0, screen),
        screen.verticalSpeedMps(bytes[at + 4] * VERTICAL_SPEED_STEP_MPS, VERTICAL_SPEED_STEP_MPS));
  }

  private static @Nullable Double readCourse(int raw, boolean west, Screen screen) {
    if (!west && raw >= 180) {
      screen.report(Reason.DIRECTION_SEGMENT, Field.COURSE, raw);
    }
    return screen.courseDeg(west ? raw + 180 : raw);
  }

  private static @Nullable Double readGroundSpeed(int raw, boolean high, Screen screen) {
    return screen.groundSpeedMps(
        high ? raw * HIGH_SPEED_STEP_MPS + HIGH_SPEED_START_MPS : raw * LOW_SPEED_STEP_MPS);
  }

  private static Location.Altitudes readAltitudes(byte[] bytes, int at, int head, Screen screen) {
    int heightType = (head & HEIGHT_TYPE_BIT) == 0 ? 0 : 1;
    return new Location.Altitudes(
        AltitudeFormat.read(Field.PRESSURE_ALTITUDE, bytes, at + 13, screen),
        AltitudeFormat.read(Field.GEODETIC_ALTITUDE, bytes, at + 15, screen),
        AltitudeFormat.read(Field.HEIGHT, bytes, at + 17, screen),
        HeightReference.ofCode(heightType));
  }

  private static Location.Accuracies readAccuracies(byte[] bytes, int at, Screen screen) {
    int position = LittleEndian.u8(bytes, at + 19);
    int rest = LittleEndian.u8(bytes, at + 20);
    return new Location.Accuracies(
        screen.code(
            Field.HORIZONTAL_ACCURACY, position & 0xF, HorizontalAccuracy.ofCode(position & 0xF)),
        screen.code(Field.VERTICAL_ACCURACY, position >> 4, VerticalAccuracy.ofCode(position >> 4)),
        screen.code(
            Field.PRESSURE_ALTITUDE_ACCURACY, rest >> 4, VerticalAccuracy.ofCode(rest >> 4)),
        screen.code(Field.SPEED_ACCURACY, rest & 0xF, SpeedAccuracy.ofCode(rest & 0xF)),
        screen.timeAccuracyS(bytes[at + 23] & 0xF));
  }

  static void write(Location message, byte[] bytes, int at) {
    bytes[at + 1] =
        (byte)
            (RemoteIdEncoder.code(message.status()) << 4
                | (message.altitudes().heightReference() == HeightReference.GROUND
                    ? HEIGHT_TYPE_BIT
                    : 0));
    writeCourse(message.motion().courseDeg(), bytes, at);
    writeGroundSpeed(message.motion().groundSpeedMps(), bytes, at);
    bytes[at + 4] = verticalSpeed(message.motion().verticalSpeedMps());
    PositionFormat.write(message.position(), bytes, at + 5);
    AltitudeFormat.write(message.altitudes().pressureAltitudeM(), bytes, at + 13);
    AltitudeFormat.write(message.altitudes().geodeticAltitudeM(), bytes, at + 15);
    AltitudeFormat.write(message.altitudes().heightM(), bytes, at + 17);
    writeAccuracies(message.accuracies(), bytes, at);
    Integer tenths = message.hourTenths();
    LittleEndian.put16(bytes, at + 21, tenths == null ? UNKNOWN_TIME : tenths);
  }

  private static void writeCourse(@Nullable Double courseDeg, byte[] bytes, int at) {
    if (courseDeg == null) {
      bytes[at + 1] |= EAST_WEST_BIT;
      bytes[at + 2] = (byte) UNKNOWN_COURSE_OF_WEST;
      return;
    }
    int whole = (int) Math.round(courseDeg) % 360;
    if (whole >= 180) {
      bytes[at + 1] |= EAST_WEST_BIT;
    }
    bytes[at + 2] = (byte) (whole % 180);
  }

  private static void writeGroundSpeed(@Nullable Double speedMps, byte[] bytes, int at) {
    if (speedMps != null && speedMps <= HIGH_SPEED_START_MPS) {
      bytes[at + 3] = (byte) Math.round(speedMps / LOW_SPEED_STEP_MPS);
      return;
    }
    bytes[at + 1] |= MULTIPLIER_BIT;
    bytes[at + 3] = (byte) (speedMps == null ? UNKNOWN_SPEED : highSpeed(speedMps));
  }

  private static int highSpeed(double speedMps) {
    double capped = Math.min(speedMps, Ranges.MAX_GROUND_SPEED_MPS);
    return (int) Math.round((capped - HIGH_SPEED_START_MPS) / HIGH_SPEED_STEP_MPS);
  }

  private static byte verticalSpeed(@Nullable Double speedMps) {
    if (speedMps == null) {
      return UNKNOWN_VERTICAL_SPEED;
    }
    double capped =
        Math.clamp(speedMps, -Ranges.MAX_VERTICAL_SPEED_MPS, Ranges.MAX_VERTICAL_SPEED_MPS);
    return (byte) Math.round(capped / VERTICAL_SPEED_STEP_MPS);
  }

  private static void writeAccuracies(Location.Accuracies accuracies, byte[] bytes, int at) {
    bytes[at + 19] =
        (byte)
            (RemoteIdEncoder.code(accuracies.vertical()) << 4
                | RemoteIdEncoder.code(accuracies.horizontal()));
    bytes[at + 20] =
        (byte)
            (RemoteIdEncoder.code(accuracies.pressureAltitude()) << 4
                | RemoteIdEncoder.code(accuracies.speed()));
    Double timeS = accuracies.timeS();
    bytes[at + 23] = (byte) (timeS == null ? 0 : Math.round(timeS * 10));
  }
}
