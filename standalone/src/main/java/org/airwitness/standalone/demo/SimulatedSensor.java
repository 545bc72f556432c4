package org.airwitness.standalone.demo;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.Message;
import org.airwitness.remoteid.RemoteIdEncoder;
import org.airwitness.remoteid.SimulatedMessages;
import org.airwitness.standalone.demo.LocalPlane.Point;
import org.airwitness.standalone.feed.NativeBatches;
import org.airwitness.standalone.feed.SensorConnection;

/**
 * One receiver on a roof: it hears drones within its range and reports them in its own format. When
 * the system does not answer it keeps a minute of messages and drops what comes after, as a small
 * device does.
 */
final class SimulatedSensor implements AutoCloseable {

  private static final double RANGE_M = 6_000;
  private static final int KEPT_MESSAGES = 120;
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /**
   * What a sensor is.
   *
   * @param format {@code native} or {@code dronescout}
   * @param shared whether other agencies also get what it hears in their region
   */
  record Site(String agency, String id, String name, String format, Point point, boolean shared) {}

  /** A drone as it is at one moment. */
  record Transmission(SimulatedDrone drone, SimulatedDrone.State state, long count) {}

  private final Site site;
  private final LocalPlane plane;
  private final SensorConnection connection;
  private final NativeBatches batches;
  private final AtomicInteger pending = new AtomicInteger();
  private Instant lastSent = Instant.EPOCH;

  SimulatedSensor(Site site, LocalPlane plane, SensorConnection connection, Instant now) {
    this.site = site;
    this.plane = plane;
    this.connection = connection;
    this.batches = new NativeBatches(site.id(), "ntp", now.getEpochSecond(), now);
  }

  /** Reports those of the transmissions that it can hear. */
  void hear(List<Transmission> transmissions, Instant now) {
    var heard = transmissions.stream().filter(t -> distanceM(t) < RANGE_M).toList();
    if (site.format().equals("dronescout")) {
      heard.forEach(transmission -> reportDroneScout(transmission, now));
    } else if (!heard.isEmpty() || lastSent.plus(HEARTBEAT).isBefore(now)) {
      reportNative(heard, now);
    }
  }

  private void reportDroneScout(Transmission heard, Instant now) {
    send(
        "sensor/" + site.id() + "/upload",
        DroneScoutStruct.message(
            site.id(), heard.drone(), plane, heard.state(), rssiDbm(heard), now));
  }

  private void reportNative(List<Transmission> heard, Instant now) {
    var items = new ArrayList<JsonObject>();
    heard.forEach(transmission -> addItems(items, transmission, now));
    lastSent = now;
    send(batches.topic(), batches.next(now, items));
  }

  private void addItems(List<JsonObject> items, Transmission heard, Instant now) {
    var messages = heard.drone().messages(plane, heard.state(), now);
    if (heard.drone().packs()) {
      items.add(
          item(heard, now, "wifi-beacon")
              .put("ch", 6)
              .put("mhz", 2437)
              .put("hex", hex(RemoteIdEncoder.encodePack(SimulatedMessages.VERSION, messages))));
      return;
    }
    // Bluetooth 4 has room for one message: the position each time, the others in turn.
    var others = messages.stream().filter(message -> !(message instanceof Location)).toList();
    for (var message : messages) {
      if (message instanceof Location || isTurn(message, others, heard.count())) {
        items.add(
            item(heard, now, "bt4").put("ch", 37).put("hex", hex(RemoteIdEncoder.encode(message))));
      }
    }
  }

  private static boolean isTurn(Message message, List<Message> others, long count) {
    return others.indexOf(message) == count % others.size();
  }

  private JsonObject item(Transmission heard, Instant now, String transport) {
    return new JsonObject()
        .put("t", NativeBatches.time(now))
        .put("m", System.nanoTime())
        .put("tr", transport)
        .put("a", heard.drone().mac())
        .put("rssi", rssiDbm(heard))
        .put("cnt", heard.count() & 0xFF)
        .put("crc", true)
        .put("fmt", "odid");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Free space loss, roughly. */
  private int rssiDbm(Transmission heard) {
    var distanceM = Math.max(50, distanceM(heard));
    return (int) Math.round(-45 - 20 * Math.log10(distanceM / 50));
  }

  private double distanceM(Transmission transmission) {
    return transmission.state().point().distanceM(site.point());
  }

  private void send(String topic, Buffer payload) {
    if (pending.get() < KEPT_MESSAGES) {
      pending.incrementAndGet();
      connection.publish(topic, payload).onComplete(_ -> pending.decrementAndGet());
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
