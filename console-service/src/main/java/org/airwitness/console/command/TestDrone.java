package org.airwitness.console.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.airwitness.remoteid.BasicId;
import org.airwitness.remoteid.FlightStatus;
import org.airwitness.remoteid.HeightReference;
import org.airwitness.remoteid.HorizontalAccuracy;
import org.airwitness.remoteid.IdType;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.RemoteIdEncoder;
import org.airwitness.remoteid.SpeedAccuracy;
import org.airwitness.remoteid.UaType;
import org.airwitness.remoteid.UasId;
import org.airwitness.remoteid.VerticalAccuracy;

/** A drone that flies nowhere anybody is: over the sea, south of Null Island. */
final class TestDrone {
  private static final double LAT_DEG = -0.5;
  private static final double LON_DEG = 0.5;
  private static final double HALF_DEG = 0.01;
  private static final int VERSION = 2;

  private TestDrone() {}

  /** A square around it, GeoJSON. */
  static JsonObject around() {
    double south = LAT_DEG - HALF_DEG;
    double north = LAT_DEG + HALF_DEG;
    double west = LON_DEG - HALF_DEG;
    double east = LON_DEG + HALF_DEG;
    var ring =
        new JsonArray(
            List.of(
                new JsonArray(List.of(west, south)),
                new JsonArray(List.of(east, south)),
                new JsonArray(List.of(east, north)),
                new JsonArray(List.of(west, north)),
                new JsonArray(List.of(west, south))));
    return new JsonObject().put("type", "Polygon").put("coordinates", new JsonArray(List.of(ring)));
  }

  /** One batch of the native format with one sighting of it now; each has another serial number. */
  static JsonObject message(String sensor) {
    var now = Instant.now();
    var time = now.truncatedTo(ChronoUnit.MILLIS).toString();
    var serial = "1ZZ9F" + "%015d".formatted(now.toEpochMilli());
    var pack =
        RemoteIdEncoder.encodePack(
            VERSION,
            List.of(
                new BasicId(
                    VERSION,
                    IdType.SERIAL_NUMBER,
                    UaType.HELICOPTER_OR_MULTIROTOR,
                    new UasId.Text(serial)),
                location(now)));
    var item =
        new JsonObject()
            .put("t", time)
            .put("m", System.nanoTime())
            .put("tr", "wifi-beacon")
            .put("a", address(now))
            .put("rssi", -60)
            .put("cnt", 1)
            .put("crc", true)
            .put("fmt", "odid")
            .put("hex", HexFormat.of().formatHex(pack));
    return new JsonObject()
        .put("v", 1)
        .put("sensor", sensor)
        .put("boot", now.getEpochSecond())
        .put("seq", now.toEpochMilli())
        .put("sent", time)
        .put("clock", new JsonObject().put("src", "ntp"))
        .put("rf", new JsonObject().put("frames", 1))
        .put("items", new JsonArray(List.of(item)));
  }

  /** A transmitter address nobody else uses: locally administered, from the time. */
  private static String address(Instant now) {
    var hex = "%010x".formatted(now.toEpochMilli() & 0xFF_FFFF_FFFFL);
    return "02:" + String.join(":", hex.split("(?<=\\G..)", -1)).replaceAll(":$", "");
  }

  private static Location location(Instant now) {
    var time = now.atOffset(ZoneOffset.UTC);
    return new Location(
        VERSION,
        FlightStatus.AIRBORNE,
        LatLon.ofDegrees(LAT_DEG, LON_DEG),
        new Location.Motion(90.0, 5.0, 0.0),
        new Location.Altitudes(null, 60.0, 40.0, HeightReference.TAKEOFF),
        new Location.Accuracies(
            HorizontalAccuracy.BELOW_3_M,
            VerticalAccuracy.BELOW_10_M,
            VerticalAccuracy.UNKNOWN,
            SpeedAccuracy.BELOW_1_MPS,
            0.1),
        time.getMinute() * 600 + time.getSecond() * 10 + time.getNano() / 100_000_000);
  }
}
