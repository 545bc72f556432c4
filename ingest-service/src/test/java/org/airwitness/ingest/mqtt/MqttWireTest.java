package org.airwitness.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.airwitness.ingest.testing.Drone;
import org.airwitness.ingest.testing.NativeBatch;
import org.airwitness.ingest.testing.RawMqtt;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What broken and unfriendly peers do, byte by byte. */
class MqttWireTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String PASSWORD = OpenListener.PASSWORD.text();
  private static final String ROOF = OpenListener.ROOF.username();

  private final OpenListener open =
      OpenListener.with(
          Map.of(
              "ingest.max-message-bytes", "20000",
              "mqtt.registry-refresh", "200ms",
              "mqtt.idle-limit", "2s",
              "mqtt.slow-reader-limit", "1s"));

  @AfterEach
  void close() {
    open.close();
  }

  private RawMqtt signedIn(int keepAliveS) {
    RawMqtt raw = new RawMqtt(open.port());
    assertThat(raw.signIn(ROOF, PASSWORD, "scout", keepAliveS)).isZero();
    return raw;
  }

  @ParameterizedTest
  @CsvSource({
    "f000, a reserved type",
    "32ffffffff7f, a length of five bytes",
    "3600010001, quality of service 3",
    "82020001, a SUBSCRIBE without topics",
    "100c00044d5154540402003c0000, a second CONNECT",
    "62020001, a PUBREL of nothing",
    "32030005616263646500010000, a topic longer than its packet",
  })
  void aMalformedPacketEndsTheConnection(String hex, String what) {
    try (RawMqtt raw = signedIn(60)) {
      raw.send(HexFormat.of().parseHex(hex));

      assertThat(raw.isClosedWithin(SOON)).as(what).isTrue();
      assertThat(open.closed("protocol-error")).as(what).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "474554202f20485454502f312e310d0a0d0a, HTTP",
    "16030100c8010000c40303, TLS on the plain port",
    "c000, a PINGREQ before the CONNECT",
  })
  void whatDoesNotBeginWithAConnectIsClosed(String hex, String what) {
    try (RawMqtt raw = new RawMqtt(open.port())) {
      raw.send(HexFormat.of().parseHex(hex));

      assertThat(raw.isClosedWithin(SOON)).as(what).isTrue();
    }
  }

  @Test
  void anOversizePublishEndsTheConnectionAndIsNotTaken() {
    try (RawMqtt raw = signedIn(60)) {
      raw.send(RawMqtt.publish("t", 1, "x".repeat(30_000)));

      assertThat(raw.isClosedWithin(SOON)).isTrue();
    }
    assertThat(open.closed("message-too-large")).isEqualTo(1);
    assertThat(open.bus.waiting).isEmpty();
  }

  @Test
  void aPublishSentTogetherWithTheConnectIsTaken() {
    open.bus.open();
    try (RawMqtt raw = new RawMqtt(open.port())) {
      byte[] connect = RawMqtt.connect(ROOF, PASSWORD, "scout", 60);
      byte[] publish =
          RawMqtt.publish("t", 7, Drone.named("1581F5FJD239C00DW22E").droneScoutJson(1));
      byte[] both = java.util.Arrays.copyOf(connect, connect.length + publish.length);
      System.arraycopy(publish, 0, both, connect.length, publish.length);

      assertThat(raw.signIn(both)).isZero();

      assertThat(raw.readPuback()).isEqualTo(7);
    }
  }

  @Test
  void aPacketInPiecesIsOnePacket() throws InterruptedException {
    open.bus.open();
    try (RawMqtt raw = signedIn(60)) {
      for (byte piece : RawMqtt.publish("t", 9, "not json")) {
        raw.send(new byte[] {piece});
      }

      assertThat(raw.readPuback()).isEqualTo(9);
    }
  }

  @Test
  void aSecondConnectionOfTheSameClientTakesOver() {
    try (RawMqtt first = signedIn(60);
        RawMqtt second = signedIn(60)) {
      assertThat(first.isClosedWithin(SOON)).isTrue();

      second.send(RawMqtt.PINGREQ);

      assertThat(second.read()).isEqualTo(0xD0);
      assertThat(open.closed("taken-over")).isEqualTo(1);
      assertThat(open.figure("connections")).isEqualTo(1);
    }
  }

  @Test
  void silenceBeyondTheKeepAliveEndsTheConnectionAndPingsPreventIt() {
    try (RawMqtt silent = signedIn(1)) {
      try (RawMqtt pinging = new RawMqtt(open.port())) {
        assertThat(pinging.signIn(ROOF, PASSWORD, "other", 1)).isZero();
        for (int i = 0; i < 6; i++) {
          pinging.send(RawMqtt.PINGREQ);
          assertThat(pinging.read()).isEqualTo(0xD0);
          assertThat(pinging.read()).isZero();
          Awaitility.await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        }
        pinging.send(RawMqtt.PINGREQ);
        assertThat(pinging.read()).isEqualTo(0xD0);
      }
      assertThat(silent.isClosedWithin(SOON)).isTrue();
      assertThat(open.closed("idle")).isEqualTo(1);
    }
  }

  @Test
  void keepAliveZeroIsClosedAtTheIdleLimit() {
    try (RawMqtt silent = signedIn(0)) {
      assertThat(silent.isClosedWithin(SOON)).isTrue();
      assertThat(open.closed("idle")).isEqualTo(1);
    }
  }

  @Test
  void aSensorHeldBackIsNotTakenForIdle() {
    try (RawMqtt held = signedIn(1)) {
      for (int i = 1; i <= 2000; i++) {
        held.send(RawMqtt.publish("t", i, "{}"));
      }

      assertThat(held.isClosedWithin(Duration.ofSeconds(4))).isFalse();
      open.bus.open();

      assertThat(held.read()).isEqualTo(0x40);
    }
  }

  @Test
  void aSensorThatDoesNotReadItsReceiptsIsClosed() {
    open.bus.open();
    var mast = OpenListener.NATIVE;
    String bad = "{\"tr\":\"?\"}";
    var batch = new NativeBatch(mast.sensor(), 1, java.time.Instant.now());
    for (int i = 0; i < 250; i++) {
      batch.item(bad);
    }
    byte[] publish = RawMqtt.publish("s/" + mast.sensor() + "/obs", 1, batch.json());
    try (RawMqtt deaf = RawMqtt.withSmallBuffer(open.port(), 1024)) {
      assertThat(deaf.signIn(mast.username(), PASSWORD, "deaf", 60)).isZero();
      deaf.send(RawMqtt.subscribe(1, "s/" + mast.sensor() + "/receipt"));
      Thread writer =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  for (int i = 0; i < 5000; i++) {
                    deaf.send(publish);
                  }
                } catch (java.io.UncheckedIOException closed) {
                  // as it should be
                }
              });

      OpenListener.eventually().until(() -> open.closed("slow-reader") == 1);
      OpenListener.eventually()
          .untilAsserted(() -> assertThat(open.figure("connections")).isZero());
      OpenListener.eventually().untilAsserted(() -> assertThat(writer.isAlive()).isFalse());
    }
  }
}
