package org.airwitness.systemtests.driver;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.airwitness.remoteid.HourTime;

/**
 * What a DroneScout publishes about one drone: JSON around the C structure {@code ODID_UAS_Data},
 * little-endian, 920 bytes and a NUL, with one Basic ID and a Location.
 */
public record DroneScoutMessage(String serial, Place place, Instant at) {
  private static final int LOCATION = 64;
  private static final float NO_ALTITUDE_M = -1000;

  public String json() {
    return json(structure());
  }

  /** The message around another structure. */
  public String json(byte[] structure) {
    return """
    {"protocol":1.0,"data":{"sensor ID":"DS-TEST-1","RSSI":-72,"channel":6,"timestamp":%d,\
    "MAC address":"90:3A:E6:00:11:22","type":"WiFi beacon","UASdata":"%s"}}\
    """
        .formatted(at.toEpochMilli(), Base64.getEncoder().encodeToString(structure));
  }

  public byte[] structure() {
    ByteBuffer bytes = ByteBuffer.allocate(921).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(0, 2); // multirotor
    bytes.putInt(4, 1); // serial number
    bytes.put(8, serial.getBytes(StandardCharsets.US_ASCII));
    putLocation(bytes);
    bytes.put(892, (byte) 1); // Basic ID is valid
    bytes.put(894, (byte) 1); // Location is valid
    return bytes.array();
  }

  private void putLocation(ByteBuffer bytes) {
    bytes.putInt(LOCATION, 2); // airborne
    bytes.putFloat(LOCATION + 4, 90); // direction
    bytes.putFloat(LOCATION + 8, 12); // speed
    bytes.putFloat(LOCATION + 12, 0); // vertical speed
    bytes.putDouble(LOCATION + 16, place.latDeg());
    bytes.putDouble(LOCATION + 24, place.lonDeg());
    bytes.putFloat(LOCATION + 32, NO_ALTITUDE_M); // pressure altitude
    bytes.putFloat(LOCATION + 36, 120); // geodetic altitude
    bytes.putInt(LOCATION + 40, 0); // height is above take-off
    bytes.putFloat(LOCATION + 44, 60);
    bytes.putFloat(LOCATION + 68, HourTime.tenths(at) / 10f);
  }
}
