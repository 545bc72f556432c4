package org.airwitness.remoteid.dji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.airwitness.remoteid.Bytes;
import org.airwitness.remoteid.LatLon;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DjiEncoderTest {
  private static final int ROUNDS = 20_000;
  private static final int ALL_KNOWN = 0x0fff;

  /** Made by hand, see {@code vectors/dji-ocusync/telemetry.txt}. */
  private static final Bytes FRAME =
      Bytes.ofHex(
          "5810029210f71f3041424344313233344535463637000085a21c00748f9f006000d70088ff54010f00e2"
              + "dcf40b45a99c010000dd8c9f00a89f1c00cb9f1c00ee8c9f005a"
              + "000000000000000000000000000000000000000000"
              + "6b4a");

  @Test
  void writesTheFrameItWasReadFrom() {
    DjiTelemetry telemetry = (DjiTelemetry) DjiDecoder.decodeOcuSync(FRAME.toArray());

    assertThat(Bytes.of(DjiEncoder.encodeOcuSync(telemetry))).isEqualTo(FRAME);
    assertThat(Bytes.of(DjiEncoder.encodeBody(telemetry))).isEqualTo(FRAME.slice(2, 87));
    assertThat(Bytes.of(DjiEncoder.encodeElement(telemetry)))
        .isEqualTo(Bytes.ofHex("26371258621310" + FRAME.slice(2, 87).hex()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20_261_126})
  void readsBackWhateverItWrote(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < ROUNDS; i++) {
      DjiTelemetry sent = random(random);

      DjiTelemetry read = (DjiTelemetry) DjiDecoder.decodeElement(DjiEncoder.encodeElement(sent));
      DjiTelemetry again = (DjiTelemetry) DjiDecoder.decodeBody(DjiEncoder.encodeBody(read));

      assertThat(again)
          .usingRecursiveComparison()
          .ignoringFields("payload")
          .as("the second time nothing is rounded any more")
          .isEqualTo(read);
      assertNear(read, sent);
    }
  }

  private static void assertNear(DjiTelemetry read, DjiTelemetry sent) {
    assertThat(read.findings()).isEmpty();
    assertThat(read.sequence()).isEqualTo(sent.sequence());
    assertThat(read.state()).isEqualTo(sent.state());
    assertThat(read.serial()).isEqualTo(sent.serial());
    assertThat(read.product()).isEqualTo(sent.product());
    assertThat(read.accountId()).isEqualTo(sent.accountId());
    assertThat(read.appTime()).isEqualTo(sent.appTime());
    assertThat(read.altitudes().rawAltitude()).isEqualTo(sent.altitudes().rawAltitude());
    assertThat(read.altitudes().rawHeight()).isEqualTo(sent.altitudes().rawHeight());
    assertNear(read.position(), sent.position());
    assertNear(read.homePosition(), sent.homePosition());
    assertNear(read.appPosition(), sent.appPosition());
    assertNear(read.motion().groundSpeedMps(), sent.motion().groundSpeedMps(), 0.01);
    assertNear(read.motion().verticalSpeedMps(), sent.motion().verticalSpeedMps(), 0.005);
    assertNear(read.motion().headingDeg(), sent.motion().headingDeg(), 0.005);
    assertNear(read.motion().pitchDeg(), sent.motion().pitchDeg(), 0.005);
    assertNear(read.motion().rollDeg(), sent.motion().rollDeg(), 0.005);
    if (read.motion().courseDeg() != null && sent.motion().groundSpeedMps() > 20) {
      double off = Math.abs(read.motion().courseDeg() - sent.motion().courseDeg());
      assertThat(Math.min(off, 360 - off)).isLessThan(0.03);
    }
  }

  private static void assertNear(@Nullable LatLon read, @Nullable LatLon sent) {
    assertThat(read == null).isEqualTo(sent == null);
    if (read != null) {
      assertThat(Math.abs(read.latE7() - sent.latE7())).isLessThanOrEqualTo(29);
      assertThat(Math.abs(read.lonE7() - sent.lonE7())).isLessThanOrEqualTo(29);
    }
  }

  private static void assertNear(@Nullable Double read, @Nullable Double sent, double within) {
    assertThat(read == null).isEqualTo(sent == null);
    if (read != null) {
      double off = Math.abs(read - sent);
      assertThat(Math.min(off, 360 - off)).isLessThanOrEqualTo(within + 1e-9);
    }
  }

  @Test
  void writesFlightTexts() {
    DjiFlightText sent = text("0ABCD1234E5F67", "FRA-12345", null);

    DjiFlightText read = (DjiFlightText) DjiDecoder.decodeElement(DjiEncoder.encodeElement(sent));

    assertThat(read.serial()).isEqualTo("0ABCD1234E5F67");
    assertThat(read.flightId()).isEqualTo("FRA-12345");
    assertThat(read.purpose()).isNull();
    assertThat(read.findings()).isEmpty();
    assertThatThrownBy(() -> DjiEncoder.encodeElement(text("0ABCD1234E5F67", "eleven char", null)))
        .hasMessage("flightId must be 1 to 10 printable ASCII characters, or absent");
  }

  private static DjiFlightText text(
      String serial, @Nullable String flightId, @Nullable String purpose) {
    return new DjiFlightText(serial, flightId, purpose, Bytes.empty(), List.of(), Bytes.empty());
  }

  @Test
  void refusesWhatTheLayoutCannotCarry() {
    assertRefused("version must be 1 or 2, was 3", t -> with(t, 3, 0, "SERIAL", 90));
    assertRefused("sequence must be 0 to 65535, was 65536", t -> with(t, 2, 0x1_0000, "SERIAL", 9));
    assertRefused("product must be 0 to 255, was 256", t -> with(t, 2, 0, "SERIAL", 256));
    assertRefused(
        "serial must be 1 to 16 printable ASCII characters, or absent",
        t -> with(t, 2, 0, "seventeen letters", 90));
    assertRefused("a body has a serial number or a position", t -> with(t, 2, 0, null, 90));
    assertThatThrownBy(
            () -> DjiEncoder.encodeOcuSync(with(random(new Random(1)), 1, 0, "SERIAL", 90)))
        .hasMessage("OcuSync carries version 2, was 1");
  }

  private static void assertRefused(String message, UnaryOperator<DjiTelemetry> change) {
    DjiTelemetry blank = with(random(new Random(1)), 2, 0, "SERIAL", 90);
    assertThatThrownBy(() -> DjiEncoder.encodeBody(change.apply(blank)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static DjiTelemetry with(
      DjiTelemetry like, int version, int sequence, @Nullable String serial, int product) {
    return new DjiTelemetry(
        version,
        sequence,
        like.state(),
        serial,
        null,
        like.altitudes(),
        like.motion(),
        null,
        null,
        null,
        product,
        null,
        List.of(),
        Bytes.empty());
  }

  private static DjiTelemetry random(Random random) {
    boolean first = random.nextBoolean();
    return new DjiTelemetry(
        first ? 1 : 2,
        random.nextInt(0x1_0000),
        new DjiState(ALL_KNOWN),
        "0ABC" + random.nextInt(1_000_000_000),
        position(random),
        new DjiTelemetry.Altitudes(
            null, null, random.nextInt(-32_768, 32_768), random.nextInt(-32_768, 32_768)),
        new DjiTelemetry.Motion(
            0.35 + random.nextDouble() * 99.6, // slower ones have no course
            random.nextDouble() * 360,
            random.nextDouble() * 200 - 100,
            random.nextDouble() * 359.99,
            first ? random.nextDouble() * 360 - 180 : null,
            first ? random.nextDouble() * 360 - 180 : null),
        position(random),
        first ? null : position(random),
        first ? null : Instant.ofEpochMilli(random.nextLong(1, 1L << 42)),
        random.nextInt(256),
        Integer.toString(random.nextInt(1_000_000)),
        List.of(),
        Bytes.empty());
  }

  private static LatLon position(Random random) {
    return new LatLon(
        random.nextInt(-900_000_000, 900_000_001), random.nextInt(1_000, 1_800_000_001));
  }
}
