package org.airwitness.standalone.bench;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.airwitness.standalone.feed.NativeBatches;
import org.airwitness.standalone.feed.SensorAddress;
import org.airwitness.standalone.feed.SensorConnection;

/** One sensor of a load: each quarter of a second it reports a quarter of its drones. */
final class LoadSensor implements AutoCloseable {

  private final SensorConnection connection;
  private final NativeBatches batches;
  private final List<List<LoadDrone>> turns;
  private final AlertWatch alerts;
  private final AtomicLong published = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();

  LoadSensor(
      Vertx vertx,
      SensorAddress address,
      List<List<LoadDrone>> turns,
      AlertWatch alerts,
      Instant now) {
    this.connection = new SensorConnection(vertx, address);
    this.batches = new NativeBatches(address.sensor(), "ntp", now.getEpochSecond(), now);
    this.turns = turns;
    this.alerts = alerts;
  }

  /** Reports the drones whose turn it is; {@code seconds} since the start of the run. */
  void report(long turn, double seconds, Instant now) {
    var drones = turns.get((int) (turn % turns.size()));
    for (int from = 0; from < drones.size(); from += NativeBatches.MAX_ITEMS) {
      send(
          drones.subList(from, Math.min(drones.size(), from + NativeBatches.MAX_ITEMS)),
          seconds,
          now);
    }
  }

  private void send(List<LoadDrone> drones, double seconds, Instant now) {
    var items = new ArrayList<JsonObject>(drones.size());
    for (var drone : drones) {
      items.add(item(drone, seconds, now));
    }
    var payload = batches.next(now, items);
    long nanos = System.nanoTime();
    for (var drone : drones) {
      if (drone.isIntruder()) {
        alerts.published(drone.serial(), now, nanos);
      }
    }
    published.addAndGet(items.size());
    connection
        .publish(batches.topic(), payload)
        .onSuccess(_ -> acknowledged.addAndGet(items.size()));
  }

  private static JsonObject item(LoadDrone drone, double seconds, Instant now) {
    return new JsonObject()
        .put("t", NativeBatches.time(now))
        .put("m", System.nanoTime())
        .put("tr", "wifi-beacon")
        .put("a", drone.mac())
        .put("ch", 6)
        .put("mhz", 2437)
        .put("rssi", -60)
        .put("cnt", (int) seconds & 0xFF)
        .put("crc", true)
        .put("fmt", "odid")
        .put("hex", HexFormat.of().formatHex(drone.pack(seconds, now)));
  }

  long published() {
    return published.get();
  }

  long acknowledged() {
    return acknowledged.get();
  }

  @Override
  public void close() {
    connection.close();
  }
}
