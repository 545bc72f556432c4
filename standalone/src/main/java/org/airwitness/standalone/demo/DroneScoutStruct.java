package org.airwitness.standalone.demo;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;

/**
 * A DroneScout message about one drone: JSON around the C structure {@code ODID_UAS_Data} as the
 * Open Drone ID core library lays it out (little-endian, 2 Basic IDs, 16 authentication pages, 920
 * bytes and a trailing NUL).
 */
final class DroneScoutStruct {

  private static final int BYTES = 921;
  private static final int LOCATION = 64;
  private static final int SYSTEM = 808;
  private static final int BASIC_ID_VALID = 892;
  private static final int LOCATION_VALID = 894;
  private static final int SYSTEM_VALID = 912;
  private static final float NO_ALTITUDE_M = -1000;
  private static final long REMOTE_ID_EPOCH_S =
      Instant.parse("2019-01-01T00:00:00Z").getEpochSecond();

  private DroneScoutStruct() {}

  static Buffer message(
      String sensor,
      SimulatedDrone drone,
      LocalPlane plane,
      SimulatedDrone.State state,
      int rssiDbm,
      Instant now) {
    var struct = struct(drone, plane, state, now);
    return new JsonObject()
        .put("protocol", 1.0)
        .put(
            "data",
            new JsonObject()
                .put("sensor ID", sensor)
                .put("RSSI", rssiDbm)
                .put("channel", 6)
                .put("timestamp", now.toEpochMilli())
                .put("MAC address", drone.mac())
                .put("type", "WiFi beacon")
                .put("UASdata", Base64.getEncoder().encodeToString(struct)))
        .toBuffer();
  }

  private static byte[] struct(
      SimulatedDrone drone, LocalPlane plane, SimulatedDrone.State state, Instant now) {
    var bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    putBasicId(bytes, drone);
    putLocation(bytes, plane, state, now);
    putSystem(bytes, drone, plane, now);
    bytes.put(BASIC_ID_VALID, (byte) 1);
    bytes.put(LOCATION_VALID, (byte) 1);
    bytes.put(SYSTEM_VALID, (byte) 1);
    return bytes.array();
  }

  private static void putBasicId(ByteBuffer bytes, SimulatedDrone drone) {
    bytes.putInt(0, 2); // multirotor
    bytes.putInt(4, 1); // serial number
    bytes.put(8, drone.serial().getBytes(StandardCharsets.US_ASCII));
  }

  private static void putLocation(
      ByteBuffer bytes, LocalPlane plane, SimulatedDrone.State state, Instant now) {
    var time = now.atOffset(ZoneOffset.UTC);
    bytes.putInt(LOCATION, 2); // airborne
    bytes.putFloat(LOCATION + 4, Math.round(state.courseDeg()) % 360);
    bytes.putFloat(LOCATION + 8, (float) state.speedMps());
    bytes.putFloat(LOCATION + 12, (float) (Math.round(state.verticalSpeedMps() * 2) / 2.0));
    bytes.putDouble(LOCATION + 16, plane.latDeg(state.point()));
    bytes.putDouble(LOCATION + 24, plane.lonDeg(state.point()));
    bytes.putFloat(LOCATION + 32, NO_ALTITUDE_M);
    bytes.putFloat(LOCATION + 36, (float) (Math.round(state.haeM() * 2) / 2.0));
    bytes.putInt(LOCATION + 40, 0); // height above take-off
    bytes.putFloat(LOCATION + 44, (float) (Math.round(state.heightM() * 2) / 2.0));
    bytes.putInt(LOCATION + 48, 11); // horizontal accuracy below 3 m
    bytes.putInt(LOCATION + 52, 4); // vertical accuracy below 10 m
    bytes.putInt(LOCATION + 60, 3); // speed accuracy below 1 m/s
    bytes.putInt(LOCATION + 64, 1); // time accuracy 0.1 s
    bytes.putFloat(
        LOCATION + 68,
        time.getMinute() * 60 + time.getSecond() + time.getNano() / 100_000_000 / 10f);
  }

  private static void putSystem(
      ByteBuffer bytes, SimulatedDrone drone, LocalPlane plane, Instant now) {
    bytes.putInt(SYSTEM, 1); // live position of the operator
    bytes.putInt(SYSTEM + 4, 1); // European Union
    bytes.putDouble(SYSTEM + 8, plane.latDeg(drone.operator()));
    bytes.putDouble(SYSTEM + 16, plane.lonDeg(drone.operator()));
    bytes.putShort(SYSTEM + 24, (short) 1);
    bytes.putFloat(SYSTEM + 28, NO_ALTITUDE_M);
    bytes.putFloat(SYSTEM + 32, NO_ALTITUDE_M);
    bytes.putInt(SYSTEM + 36, 1); // open category
    bytes.putFloat(SYSTEM + 44, NO_ALTITUDE_M);
    bytes.putInt(SYSTEM + 48, (int) (now.getEpochSecond() - REMOTE_ID_EPOCH_S));
  }
}
