package org.airwitness.remoteid.dji;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.airwitness.remoteid.Bytes;
import org.airwitness.remoteid.Reason;
import org.airwitness.remoteid.identity.DroneId;
import org.airwitness.remoteid.identity.IdSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DjiDecoderTest {
  private static final int STATE = 5;
  private static final int FRAME_BODY = 2;
  private static final int BODY_BYTES = 87;

  /** The frame of {@code vectors/dji-ocusync/telemetry.txt}. */
  private static final byte[] FRAME =
      Bytes.ofHex(
              "5810029210f71f3041424344313233344535463637000085a21c00748f9f006000d70088ff54010f00e2"
                  + "dcf40b45a99c010000dd8c9f00a89f1c00cb9f1c00ee8c9f005a"
                  + "000000000000000000000000000000000000000000"
                  + "6b4a")
          .toArray();

  private static final byte[] ELEMENT_HEADER = {0x26, 0x37, 0x12, 0x58, 0x62, 0x13, 0x10};

  @Test
  void carriersCarryTheSameBody() {
    DjiTelemetry ofFrame = (DjiTelemetry) DjiDecoder.decodeOcuSync(FRAME);
    DjiTelemetry ofElement = (DjiTelemetry) DjiDecoder.decodeElement(element(body()));
    DjiTelemetry ofBody = (DjiTelemetry) DjiDecoder.decodeBody(body());

    assertThat(ofFrame)
        .usingRecursiveComparison()
        .ignoringFields("payload")
        .isEqualTo(ofElement)
        .isEqualTo(ofBody);
    assertThat(ofFrame.payload()).isEqualTo(Bytes.of(FRAME));
  }

  @Test
  void rejectsAFrameCutAnywhere() {
    for (int length = 1; length < FRAME.length; length++) {
      assertThat(reason(DjiDecoder.decodeOcuSync(Arrays.copyOf(FRAME, length))))
          .as("%s bytes", length)
          .isEqualTo(Reason.DJI_TRUNCATED);
    }
    assertThat(reason(DjiDecoder.decodeOcuSync(new byte[0]))).isEqualTo(Reason.EMPTY_PAYLOAD);
  }

  @Test
  void rejectsAnElementCutAnywhere() {
    byte[] element = element(body());
    for (int length = 1; length < element.length; length++) {
      assertThat(reason(DjiDecoder.decodeElement(Arrays.copyOf(element, length))))
          .as("%s bytes", length)
          .isEqualTo(length < 6 ? Reason.DJI_ELEMENT : Reason.DJI_TRUNCATED);
    }
    assertThat(reason(DjiDecoder.decodeElement(new byte[0]))).isEqualTo(Reason.EMPTY_PAYLOAD);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void rejectsABodyCutAnywhere(int version) {
    byte[] body = body();
    body[0] = (byte) version;
    int whole = version == 1 ? 75 : 87;
    for (int length = 1; length < whole; length++) {
      assertThat(reason(DjiDecoder.decodeBody(Arrays.copyOf(body, length))))
          .as("%s bytes", length)
          .isEqualTo(Reason.DJI_TRUNCATED);
    }
    assertThat(DjiDecoder.decodeBody(Arrays.copyOf(body, whole))).isInstanceOf(DjiTelemetry.class);
    assertThat(reason(DjiDecoder.decodeBody(new byte[0]))).isEqualTo(Reason.EMPTY_PAYLOAD);
  }

  @Test
  void noticesEveryFlippedBitOfAFrame() {
    for (int bit = 0; bit < FRAME.length * 8; bit++) {
      byte[] damaged = FRAME.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);

      DjiRejected rejected = (DjiRejected) DjiDecoder.decodeOcuSync(damaged);

      assertThat(rejected.reason()).isIn(Reason.DJI_CRC, Reason.DJI_HEADER);
      assertThat(rejected.isEmission()).isTrue();
    }
  }

  @Test
  void readsNoValueWhoseStateBitIsClear() {
    for (int bit = 0; bit < 12; bit++) {
      DjiTelemetry telemetry = withState(0x1fff & ~(1 << bit));
      DjiTelemetry.Motion motion = telemetry.motion();

      assertThat(telemetry.serial() == null).isEqualTo(bit <= 1);
      assertThat(telemetry.state().isPrivate()).isEqualTo(bit == 1);
      assertThat(telemetry.homePosition() == null).isEqualTo(bit == 2);
      assertThat(telemetry.accountId() == null).isEqualTo(bit == 3);
      assertThat(telemetry.state().motorsOn()).isEqualTo(bit != 4);
      assertThat(telemetry.state().isAirborne()).isEqualTo(bit != 5);
      assertThat(telemetry.position() == null).isEqualTo(bit == 6);
      assertThat(telemetry.altitudes().meanSeaLevelM() == null).isEqualTo(bit == 7);
      assertThat(telemetry.altitudes().takeoffM() == null).isEqualTo(bit == 8);
      assertThat(motion.groundSpeedMps() == null).isEqualTo(bit == 9);
      assertThat(motion.courseDeg() == null).isEqualTo(bit == 9);
      assertThat(motion.verticalSpeedMps() == null).isEqualTo(bit == 10);
      assertThat(motion.headingDeg() == null).isEqualTo(bit == 11);
      assertThat(telemetry.altitudes().rawHeight()).isEqualTo(215);
    }
  }

  private static DjiTelemetry withState(int bits) {
    byte[] body = body();
    body[STATE - FRAME_BODY] = (byte) bits;
    body[STATE - FRAME_BODY + 1] = (byte) (bits >> 8);
    body[66] = 2;
    body[67] = '4';
    body[68] = '2';
    return (DjiTelemetry) DjiDecoder.decodeBody(body);
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 20_261_126})
  void takesNoiseForAnEmission(long seed) {
    Random random = new Random(seed);
    byte[] body = new byte[87];
    int telemetry = 0;
    for (int i = 0; i < 50_000; i++) {
      random.nextBytes(body);
      body[0] = (byte) (1 + random.nextInt(2));
      DjiDecoded decoded = DjiDecoder.decodeBody(body);
      telemetry += decoded instanceof DjiTelemetry ? 1 : 0;
    }
    assertThat(telemetry).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {22, 20_261_132})
  void acceptsAnyBytes(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 40_000; i++) {
      byte[] bytes = Arrays.copyOf(element(body()), random.nextInt(110));
      for (int changes = random.nextInt(6); changes > 0 && bytes.length > 6; changes--) {
        bytes[random.nextInt(6, bytes.length)] = (byte) random.nextInt(random.nextInt(1, 257));
      }
      assertThat(DjiDecoder.decodeElement(bytes).payload().toArray()).isEqualTo(bytes);
      assertThat(DjiDecoder.decodeBody(bytes).payload().toArray()).isEqualTo(bytes);
      assertThat(DjiDecoder.decodeOcuSync(bytes).payload().toArray()).isEqualTo(bytes);
    }
  }

  @Test
  void knowsTheModels() {
    assertThat(DjiProducts.findName(90)).contains("Air 3");
    assertThat(DjiProducts.findName(1)).contains("Inspire 1");
    assertThat(DjiProducts.findName(240)).contains("Yuneec H480");
    assertThat(DjiProducts.findName(0)).isEmpty();
    assertThat(DjiProducts.findName(220)).isEmpty();
  }

  @Test
  void oneDroneHeardTwoWaysIsOneDrone() {
    DroneId address = DroneId.address("wifi", "60:60:1f:29:77:cc");
    DjiTelemetry telemetry = (DjiTelemetry) DjiDecoder.decodeOcuSync(FRAME);

    DroneId byDroneId = DroneId.canonical(telemetry.serial(), IdSource.DJI, address).id();
    DroneId byRemoteId = DroneId.canonical("1581E0ABCD1234E5F67", IdSource.SERIAL, address).id();

    assertThat(byDroneId).isEqualTo(byRemoteId);
  }

  private static byte[] body() {
    return Arrays.copyOfRange(FRAME, FRAME_BODY, FRAME_BODY + BODY_BYTES);
  }

  private static byte[] element(byte[] body) {
    byte[] element = Arrays.copyOf(ELEMENT_HEADER, ELEMENT_HEADER.length + body.length);
    System.arraycopy(body, 0, element, ELEMENT_HEADER.length, body.length);
    return element;
  }

  private static Reason reason(DjiDecoded decoded) {
    return ((DjiRejected) decoded).reason();
  }
}
