package org.airwitness.remoteid.dji;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.airwitness.remoteid.Bytes;
import org.airwitness.remoteid.Field;
import org.airwitness.remoteid.Finding;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Reason;
import org.airwitness.remoteid.Screen;
import org.jspecify.annotations.Nullable;

/** Reads one telemetry body of known layout. */
final class BodyFormat {
  static final double MAX_SPEED_MPS = 100;

  private static final double MIN_COURSE_SPEED_MPS = 0.3;
  private static final double HEIGHT_STEPS_PER_M = 10;
  private static final int CENTI = 100;
  private static final int CENTIDEGREES_OF_A_TURN = 36_000;
  private static final long MAX_TIME_MS = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  private final BodyLayout layout;
  private final byte[] bytes;
  private final int start;
  private final ByteBuffer body;
  private final DjiState state;
  private final List<Finding> findings = new ArrayList<>(0);
  private final Screen screen = new Screen(Finding.WHOLE_FRAME, findings);

  BodyFormat(BodyLayout layout, byte[] bytes, int start) {
    this.layout = layout;
    this.bytes = bytes;
    this.start = start;
    this.body = ByteBuffer.wrap(bytes, start, layout.bytes()).slice();
    body.order(ByteOrder.LITTLE_ENDIAN);
    this.state = new DjiState(u16(BodyLayout.STATE));
  }

  DjiDecoded read(Bytes payload) {
    Reason fault = fault();
    return fault == null ? telemetry(payload) : new DjiRejected(fault, payload);
  }

  /**
   * What shows that the bytes are no telemetry although they have its form. State bits do not
   * matter here: in encrypted bytes they are noise as well.
   */
  private @Nullable Reason fault() {
    String serial = SerialFormat.find(bytes, start + BodyLayout.SERIAL);
    if (serial == null) {
      return Reason.DJI_SERIAL;
    }
    int lat = body.getInt(BodyLayout.LATITUDE);
    int lon = body.getInt(BodyLayout.LONGITUDE);
    if (serial.isEmpty() && lat == 0 && lon == 0) {
      return Reason.DJI_NO_CONTENT;
    }
    if (!Radians.isLatitude(lat) || !Radians.isLongitude(lon)) {
      return Reason.DJI_POSITION;
    }
    return groundSpeedMps() > MAX_SPEED_MPS || Math.abs(verticalSpeedMps()) > MAX_SPEED_MPS
        ? Reason.DJI_SPEED
        : null;
  }

  private DjiTelemetry telemetry(Bytes payload) {
    boolean hasApp = layout == BodyLayout.V2;
    return new DjiTelemetry(
        layout.version(),
        u16(BodyLayout.SEQUENCE),
        state,
        serial(),
        state.hasPosition() ? position() : null,
        altitudes(),
        motion(),
        state.hasHome() ? homePosition() : null,
        hasApp ? appPosition() : null,
        hasApp ? appTime() : null,
        u8(layout.product()),
        account(),
        findings,
        payload);
  }

  private @Nullable String serial() {
    String serial = SerialFormat.find(bytes, start + BodyLayout.SERIAL);
    boolean named = state.hasSerial() && !state.isPrivate();
    return !named || serial == null || serial.isEmpty() ? null : serial;
  }

  private @Nullable LatLon position() {
    return Radians.position(
        body.getInt(BodyLayout.LATITUDE),
        body.getInt(BodyLayout.LONGITUDE),
        Field.LATITUDE,
        Field.LONGITUDE,
        screen);
  }

  private @Nullable LatLon homePosition() {
    return Radians.position(
        body.getInt(layout.homeLatitude()),
        body.getInt(layout.homeLongitude()),
        Field.HOME_LATITUDE,
        Field.HOME_LONGITUDE,
        screen);
  }

  private @Nullable LatLon appPosition() {
    return Radians.position(
        body.getInt(BodyLayout.V2_APP_LATITUDE),
        body.getInt(BodyLayout.V2_APP_LONGITUDE),
        Field.OPERATOR_LATITUDE,
        Field.OPERATOR_LONGITUDE,
        screen);
  }

  private DjiTelemetry.Altitudes altitudes() {
    int altitude = body.getShort(BodyLayout.ALTITUDE);
    int height = body.getShort(BodyLayout.HEIGHT);
    return new DjiTelemetry.Altitudes(
        state.hasAltitude() ? (double) altitude : null,
        state.hasHeight() ? height / HEIGHT_STEPS_PER_M : null,
        altitude,
        height);
  }

  private DjiTelemetry.Motion motion() {
    boolean horizontal = state.hasHorizontalSpeed();
    boolean told = horizontal && groundSpeedMps() >= MIN_COURSE_SPEED_MPS;
    boolean tilt = state.hasAttitude() && layout == BodyLayout.V1;
    return new DjiTelemetry.Motion(
        horizontal ? groundSpeedMps() : null,
        told ? courseDeg() : null,
        state.hasVerticalSpeed() ? verticalSpeedMps() : null,
        state.hasAttitude() ? headingDeg() : null,
        tilt ? centi(BodyLayout.V1_PITCH) : null,
        tilt ? centi(BodyLayout.V1_ROLL) : null);
  }

  private double groundSpeedMps() {
    return Math.hypot(centi(BodyLayout.SPEED_NORTH), centi(BodyLayout.SPEED_EAST));
  }

  private double verticalSpeedMps() {
    return centi(BodyLayout.SPEED_UP);
  }

  private double courseDeg() {
    double deg =
        Math.toDegrees(Math.atan2(centi(BodyLayout.SPEED_EAST), centi(BodyLayout.SPEED_NORTH)));
    return deg < 0 ? deg + 360 : deg;
  }

  private double headingDeg() {
    int turned = Math.floorMod(body.getShort(layout.yaw()), CENTIDEGREES_OF_A_TURN);
    return (double) turned / CENTI;
  }

  private @Nullable Instant appTime() {
    long ms = body.getLong(BodyLayout.V2_APP_TIME);
    if (ms == 0) {
      return null;
    }
    if (ms > 0 && ms <= MAX_TIME_MS) {
      return Instant.ofEpochMilli(ms);
    }
    screen.report(Reason.TIME_RANGE, Field.TIME, ms);
    return null;
  }

  private @Nullable String account() {
    int length = u8(layout.accountLength());
    if (!state.hasAccount() || length == 0) {
      return null;
    }
    if (length > BodyLayout.ACCOUNT_BYTES) {
      screen.report(Reason.DJI_ACCOUNT_LENGTH, Field.ACCOUNT_ID, length);
      return null;
    }
    return screen.text(Field.ACCOUNT_ID, bytes, start + layout.account(), length);
  }

  private double centi(int at) {
    return (double) body.getShort(at) / CENTI;
  }

  private int u8(int at) {
    return Byte.toUnsignedInt(body.get(at));
  }

  private int u16(int at) {
    return Short.toUnsignedInt(body.getShort(at));
  }
}
