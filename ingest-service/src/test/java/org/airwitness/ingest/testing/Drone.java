package org.airwitness.ingest.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.airwitness.remoteid.BasicId;
import org.airwitness.remoteid.FlightStatus;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.Message;
import org.airwitness.remoteid.OperatorId;
import org.airwitness.remoteid.RemoteIdEncoder;
import org.airwitness.remoteid.SimulatedMessages;

/** A drone made up for tests, as the air and as a DroneScout carry it. */
public record Drone(String serial, double latDeg, double lonDeg, double heightM, int hourTenths) {
  public static final String ADDRESS = "90:3a:e6:00:11:22";

  public static Drone named(String serial) {
    return new Drone(serial, 59.9139, 10.7522, 52.5, 25371);
  }

  public Drone at(double latDeg, double lonDeg) {
    return new Drone(serial, latDeg, lonDeg, heightM, hourTenths);
  }

  /** Returns it a few decimetres further for each step. */
  public Drone moved(int steps) {
    return at(latDeg + steps * 1e-6, lonDeg);
  }

  public BasicId basicId() {
    return SimulatedMessages.basicId(serial);
  }

  public Location location() {
    return new Location(
        2,
        FlightStatus.AIRBORNE,
        LatLon.ofDegrees(latDeg, lonDeg),
        new Location.Motion(287.0, 12.25, -1.5),
        new Location.Altitudes(
            null, 146.0, heightM, org.airwitness.remoteid.HeightReference.TAKEOFF),
        Location.Accuracies.UNKNOWN,
        hourTenths);
  }

  public OperatorId operatorId() {
    return new OperatorId(2, 0, "NOR4k7q2m9x0b1cu");
  }

  /** A pack of identity, location and operator id, in hexadecimal. */
  public String pack() {
    return packOf(basicId(), location(), operatorId());
  }

  public static String packOf(Message... messages) {
    return HexFormat.of().formatHex(RemoteIdEncoder.encodePack(2, List.of(messages)));
  }

  /** A DroneScout's structure of identity and location: 920 bytes and a NUL. */
  public byte[] struct() {
    ByteBuffer struct = ByteBuffer.allocate(921).order(ByteOrder.LITTLE_ENDIAN);
    struct.putInt(0, 2).putInt(4, 1);
    struct.put(8, serial.getBytes(StandardCharsets.US_ASCII));
    struct.putInt(64, 2).putFloat(68, 287).putFloat(72, 12.25f).putFloat(76, -1.5f);
    struct.putDouble(80, latDeg).putDouble(88, lonDeg);
    struct.putFloat(96, -1000).putFloat(100, 146).putInt(104, 0);
    struct.putFloat(108, (float) heightM).putFloat(132, hourTenths / 10f);
    struct.put(892, (byte) 1).put(894, (byte) 1);
    return struct.array();
  }

  /** One message of a DroneScout. */
  public String droneScoutJson(long timestampMs) {
    return droneScoutJson(timestampMs, struct());
  }

  public static String droneScoutJson(long timestampMs, byte[] struct) {
    return """
    {"protocol":1.0,"data":{"sensor ID":"DS-1","RSSI":-72,"channel":6,"timestamp":%d,\
    "MAC address":"%s","type":"WiFi beacon","UASdata":"%s"}}\
    """
        .formatted(
            timestampMs,
            ADDRESS.toUpperCase(java.util.Locale.ROOT),
            Base64.getEncoder().encodeToString(struct));
  }
}
