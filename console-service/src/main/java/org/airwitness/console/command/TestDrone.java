package org.airwitness.console.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.RemoteIdEncoder;
import org.airwitness.remoteid.SimulatedMessages;

/** A drone that flies nowhere anybody is: over the sea, south of Null Island. */
final class TestDrone {
  private static final double LAT_DEG = -0.5;
  private static final double LON_DEG = 0.5;
  private static final double HALF_DEG = 0.01;

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
            SimulatedMessages.VERSION,
            List.of(
                SimulatedMessages.basicId(serial),
                SimulatedMessages.location(
                    LatLon.ofDegrees(LAT_DEG, LON_DEG),
                    new Location.Motion(90.0, 5.0, 0.0),
                    60,
                    40,
                    now)));
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
}
