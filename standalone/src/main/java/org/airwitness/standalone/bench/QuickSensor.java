package org.airwitness.standalone.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import org.HdrHistogram.Histogram;
import org.airwitness.standalone.Usage;
import org.airwitness.standalone.feed.NativeBatches;
import org.airwitness.standalone.feed.SensorAddress;

/**
 * An MQTT 3.1.1 connection that costs next to nothing, so that a load of thousands of messages a
 * second leaves the processor to what is measured: packets are written by hand, PUBACKs counted by
 * hand. Everything happens on one event loop. It does not reconnect; a lost connection shows as
 * messages without PUBACK.
 */
final class QuickSensor {

  private static final int CONNACK_BYTES = 4;
  private static final int PUBACK_BYTES = 4;
  private static final byte PUBACK = 0x40;

  private final SensorAddress address;
  private final NetSocket socket;
  private final byte[] topic;
  private final String head;
  private final String item;
  private final Histogram pubackMicros;
  private final long[] dueNanos; // by packet id, which begin at 1
  private final Deque<Integer> freePacketIds = new ArrayDeque<>();
  private final Deque<Long> waiting = new ArrayDeque<>();
  private final Promise<Void> connected = Promise.promise();
  private Buffer received = Buffer.buffer();
  private long sequence;
  private boolean flooding;
  private long acknowledged;

  private QuickSensor(
      SensorAddress address, NetSocket socket, int number, int window, Histogram pubackMicros) {
    this.address = address;
    this.socket = socket;
    this.pubackMicros = pubackMicros;
    this.dueNanos = new long[window + 1];
    for (int packetId = 1; packetId <= window; packetId++) {
      freePacketIds.add(packetId);
    }
    this.topic = ("s/" + address.sensor() + "/obs").getBytes(StandardCharsets.UTF_8);
    var now = Instant.now();
    this.head = "{\"v\":1,\"sensor\":\"%s\",\"boot\":1,\"seq\":".formatted(address.sensor());
    var drone = new LoadDrone("9ZZ9EBQ", number, Double.POSITIVE_INFINITY);
    this.item =
        """
        ,"sent":"%1$s","clock":{"src":"ntp"},"rf":{"frames":1},"items":[{"t":"%1$s","m":1,\
        "tr":"wifi-beacon","a":"%2$s","ch":6,"mhz":2437,"rssi":-60,"fmt":"odid","hex":"%3$s"}]}\
        """
            .formatted(
                NativeBatches.time(now), drone.mac(), HexFormat.of().formatHex(drone.pack(0, now)));
  }

  /**
   * Connects and signs in.
   *
   * @param window most messages without PUBACK, 1 to 65535
   * @param pubackMicros takes the time of each message from when it was due to its PUBACK
   */
  static Future<QuickSensor> connect(
      Vertx vertx, SensorAddress address, int number, int window, Histogram pubackMicros) {
    return vertx
        .createNetClient()
        .connect(address.port(), address.host())
        .compose(socket -> {
          var sensor = new QuickSensor(address, socket, number, window, pubackMicros);
          socket.handler(sensor::onBytes);
          socket.write(sensor.connectPacket());
          return sensor.connected.future().map(sensor);
        });
  }

  private Buffer connectPacket() {
    var body =
        Buffer.buffer().appendBytes(new byte[] {0, 4, 'M', 'Q', 'T', 'T', 4, (byte) 0xC2, 0, 60});
    appendText(body, "bench-" + address.sensor());
    appendText(body, address.username());
    appendText(body, address.password());
    return packet((byte) 0x10, body);
  }

  private static void appendText(Buffer buffer, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    buffer.appendUnsignedShort(bytes.length).appendBytes(bytes);
  }

  private static Buffer packet(byte type, Buffer body) {
    var packet = Buffer.buffer(body.length() + 5).appendByte(type);
    int rest = body.length();
    for (; rest > 0x7F; rest >>= 7) {
      packet.appendByte((byte) (rest & 0x7F | 0x80));
    }
    return packet.appendByte((byte) rest).appendBuffer(body);
  }

  /** Publishes as fast as PUBACKs come, or stops doing so. */
  void flood(boolean on) {
    flooding = on;
    fill();
  }

  /** Publishes one message, later when the window is full: its time counts from now. */
  void publish() {
    waiting.addLast(System.nanoTime());
    fill();
  }

  private void fill() {
    var packets = Buffer.buffer();
    while (!freePacketIds.isEmpty() && (flooding || !waiting.isEmpty())) {
      append(packets, flooding ? System.nanoTime() : waiting.removeFirst());
    }
    if (packets.length() > 0) {
      socket.write(packets);
    }
  }

  private void append(Buffer packets, long due) {
    int packetId = freePacketIds.removeFirst();
    dueNanos[packetId] = due;
    var body =
        Buffer.buffer(head.length() + item.length() + 48)
            .appendUnsignedShort(topic.length)
            .appendBytes(topic)
            .appendUnsignedShort(packetId)
            .appendString(head)
            .appendString(Long.toString(sequence++))
            .appendString(item);
    packets.appendBuffer(packet((byte) 0x32, body));
  }

  private void onBytes(Buffer bytes) {
    received = received.length() == 0 ? bytes : received.appendBuffer(bytes);
    int at = 0;
    if (!connected.future().isComplete() && received.length() >= CONNACK_BYTES) {
      answered(received.getByte(3));
      at = CONNACK_BYTES;
    }
    for (; at + PUBACK_BYTES <= received.length(); at += PUBACK_BYTES) {
      if (received.getByte(at) != PUBACK) {
        socket.close();
        return;
      }
      onPuback(received.getUnsignedShort(at + 2));
    }
    received = received.getBuffer(at, received.length());
    fill();
  }

  private void answered(byte code) {
    if (code == 0) {
      connected.complete();
    } else {
      connected.fail(new Usage("%s was refused with code %d".formatted(address, code)));
    }
  }

  private void onPuback(int packetId) {
    freePacketIds.add(packetId);
    acknowledged++;
    pubackMicros.recordValue(
        Math.min(
            (System.nanoTime() - dueNanos[packetId]) / 1_000,
            pubackMicros.getHighestTrackableValue()));
  }

  /** Messages whose PUBACK came. */
  long acknowledged() {
    return acknowledged;
  }

  /** Whether everything published so far has its PUBACK. */
  boolean isIdle() {
    return freePacketIds.size() == dueNanos.length - 1 && waiting.isEmpty();
  }

  void close() {
    socket.close();
  }
}
