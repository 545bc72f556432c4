package org.airwitness.k8s;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.RemoteIdEncoder;
import org.airwitness.remoteid.SimulatedMessages;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/**
 * A sensor that hears another drone in the zone with each message. It sends the next message when
 * the last one has its PUBACK, and the same one again after a broken connection.
 */
final class LocalSensor implements AutoCloseable {
  static final double LAT_DEG = 59.9;
  static final double LON_DEG = 10.7;
  private static final long ANSWER_LIMIT_MS = 15_000;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final String id;
  private final int number;
  private final String address;
  private final MqttConnectOptions options = new MqttConnectOptions();
  private final List<String> acknowledged = new ArrayList<>();
  private final Thread thread;
  private volatile boolean landing;
  private volatile boolean closed;
  private @Nullable MqttClient client;
  private int broken;

  /**
   * Starts to send.
   *
   * @param number up to two digits, part of its drones' serial numbers
   * @param address {@code host:port} of the door
   */
  LocalSensor(
      String id, int number, String address, String user, String password, SSLSocketFactory trust) {
    this.id = id;
    this.number = number;
    this.address = address;
    options.setUserName(user);
    options.setPassword(password.toCharArray());
    options.setSocketFactory(trust);
    options.setHttpsHostnameVerificationEnabled(false);
    options.setConnectionTimeout(5);
    this.thread = Thread.ofPlatform().daemon().name(id).start(this::run);
  }

  private void run() {
    try {
      for (int n = 0; !landing; n++) {
        deliver(message(n));
        acknowledge(serial(n));
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException _) {
      // closed
    }
  }

  /** Sends until there is a PUBACK. */
  private void deliver(byte[] message) throws InterruptedException {
    while (!closed) {
      try {
        if (client == null) {
          client = connect();
        }
        client.publish("s/" + id + "/obs", message, 1, false);
        return;
      } catch (MqttException _) {
        broken++;
        disconnect();
        Thread.sleep(PAUSE);
      }
    }
    throw new InterruptedException();
  }

  private MqttClient connect() throws MqttException {
    var connecting = new MqttClient("ssl://" + address, id, new MemoryPersistence());
    connecting.setTimeToWait(ANSWER_LIMIT_MS);
    try {
      connecting.connect(options);
      return connecting;
    } catch (MqttException e) {
      connecting.close(true);
      throw e;
    }
  }

  private void disconnect() {
    if (client != null) {
      try {
        client.disconnectForcibly(0, 100);
        client.close(true);
      } catch (MqttException _) {
        // It was gone already.
      }
      client = null;
    }
  }

  private synchronized void acknowledge(String serial) {
    acknowledged.add(serial);
  }

  /** Serial numbers of the drones in messages that were acknowledged. */
  synchronized List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** Ends after the message that is on its way, and says how often a connection broke. */
  int land() throws InterruptedException {
    landing = true;
    thread.join();
    disconnect();
    return broken;
  }

  private String serial(int n) {
    return "1ZZ9F%02d%013d".formatted(number, n);
  }

  private byte[] message(int n) {
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    var pack =
        RemoteIdEncoder.encodePack(
            SimulatedMessages.VERSION,
            List.of(
                SimulatedMessages.basicId(serial(n)),
                SimulatedMessages.location(
                    LatLon.ofDegrees(LAT_DEG, LON_DEG),
                    new Location.Motion(90.0, 5.0, 0.0),
                    60,
                    40,
                    now)));
    return """
    {"v":1,"sensor":"%s","boot":1,"seq":%d,"sent":"%s","clock":{"src":"ntp"},"rf":{"frames":1},"items":[
      {"t":"%s","m":%d,"tr":"wifi-beacon","a":"02:%02x:%02x:%02x:%02x:%02x","rssi":-60,"crc":true,"fmt":"odid","hex":"%s"}]}
    """
        .formatted(
            id,
            n,
            now,
            now,
            System.nanoTime(),
            number,
            n >> 24 & 255,
            n >> 16 & 255,
            n >> 8 & 255,
            n & 255,
            HexFormat.of().formatHex(pack))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
