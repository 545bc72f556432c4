package org.airwitness.remoteid.dji;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Ranges;
import org.jspecify.annotations.Nullable;

/** Writes one telemetry body. */
final class BodyWriter {
  private static final double CENTI = 100;
  private static final double MIN_TILT_DEG = Short.MIN_VALUE / CENTI;
  private static final double MAX_TILT_DEG = Short.MAX_VALUE / CENTI;
  private static final int HALF_TURN_CENTIDEG = 18_000;
  private static final int TURN_CENTIDEG = 2 * HALF_TURN_CENTIDEG;

  private final DjiTelemetry telemetry;
  private final BodyLayout layout;
  private final ByteBuffer body;

  private BodyWriter(DjiTelemetry telemetry, BodyLayout layout) {
    this.telemetry = telemetry;
    this.layout = layout;
    this.body = ByteBuffer.allocate(layout.bytes()).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] write(DjiTelemetry telemetry) {
    BodyLayout layout = BodyLayout.find(telemetry.version());
    if (layout == null) {
      throw new IllegalArgumentException("version must be 1 or 2, was " + telemetry.version());
    }
    if (telemetry.serial() == null && telemetry.position() == null) {
      throw new IllegalArgumentException("a body has a serial number or a position");
    }
    BodyWriter writer = new BodyWriter(telemetry, layout);
    writer.writeCommon();
    if (layout == BodyLayout.V1) {
      writer.writeTilt();
    } else {
      writer.writeApp();
    }
    return writer.body.array();
  }

  private void writeCommon() {
    Ranges.require("sequence", telemetry.sequence(), 0, 0xFFFF);
    Ranges.require("product", telemetry.product(), 0, 0xFF);
    body.put(0, (byte) telemetry.version());
    body.putShort(BodyLayout.SEQUENCE, (short) telemetry.sequence());
    body.putShort(BodyLayout.STATE, (short) telemetry.state().bits());
    SerialFormat.write(telemetry.serial(), body, BodyLayout.SERIAL);
    write(telemetry.position(), BodyLayout.LATITUDE, BodyLayout.LONGITUDE);
    write("rawAltitude", telemetry.altitudes().rawAltitude(), BodyLayout.ALTITUDE);
    write("rawHeight", telemetry.altitudes().rawHeight(), BodyLayout.HEIGHT);
    writeMotion(telemetry.motion());
    write(telemetry.homePosition(), layout.homeLatitude(), layout.homeLongitude());
    body.put(layout.product(), (byte) telemetry.product());
    writeAccount(telemetry.accountId());
  }

  private void writeMotion(DjiTelemetry.Motion motion) {
    Ranges.require("groundSpeedMps", motion.groundSpeedMps(), 0, BodyFormat.MAX_SPEED_MPS);
    Ranges.require(
        "verticalSpeedMps",
        motion.verticalSpeedMps(),
        -BodyFormat.MAX_SPEED_MPS,
        BodyFormat.MAX_SPEED_MPS);
    double speed = orZero(motion.groundSpeedMps());
    double course = Math.toRadians(degrees("courseDeg", motion.courseDeg()));
    body.putShort(BodyLayout.SPEED_NORTH, (short) centi(speed * Math.cos(course)));
    body.putShort(BodyLayout.SPEED_EAST, (short) centi(speed * Math.sin(course)));
    body.putShort(BodyLayout.SPEED_UP, (short) centi(orZero(motion.verticalSpeedMps())));
    long heading = centi(degrees("headingDeg", motion.headingDeg()));
    body.putShort(
        layout.yaw(), (short) (heading < HALF_TURN_CENTIDEG ? heading : heading - TURN_CENTIDEG));
  }

  private void writeTilt() {
    DjiTelemetry.Motion motion = telemetry.motion();
    Ranges.require("pitchDeg", motion.pitchDeg(), MIN_TILT_DEG, MAX_TILT_DEG);
    Ranges.require("rollDeg", motion.rollDeg(), MIN_TILT_DEG, MAX_TILT_DEG);
    body.putShort(BodyLayout.V1_PITCH, (short) centi(orZero(motion.pitchDeg())));
    body.putShort(BodyLayout.V1_ROLL, (short) centi(orZero(motion.rollDeg())));
  }

  private void writeApp() {
    write(telemetry.appPosition(), BodyLayout.V2_APP_LATITUDE, BodyLayout.V2_APP_LONGITUDE);
    if (telemetry.appTime() != null) {
      body.putLong(BodyLayout.V2_APP_TIME, telemetry.appTime().toEpochMilli());
    }
  }

  private void writeAccount(@Nullable String account) {
    Ranges.requireText("accountId", account, BodyLayout.ACCOUNT_BYTES);
    if (account != null) {
      body.put(layout.accountLength(), (byte) account.length());
      body.put(layout.account(), account.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private void write(@Nullable LatLon position, int latitudeAt, int longitudeAt) {
    if (position != null) {
      body.putInt(latitudeAt, Radians.nearest(position.latE7()));
      body.putInt(longitudeAt, Radians.nearest(position.lonE7()));
    }
  }

  private void write(String name, int value, int at) {
    Ranges.require(name, value, Short.MIN_VALUE, Short.MAX_VALUE);
    body.putShort(at, (short) value);
  }

  private static double degrees(String name, @Nullable Double deg) {
    Ranges.require(name, deg, 0, Math.nextDown(360.0));
    return orZero(deg);
  }

  private static double orZero(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  private static long centi(double value) {
    return Math.round(value * CENTI);
  }
}
