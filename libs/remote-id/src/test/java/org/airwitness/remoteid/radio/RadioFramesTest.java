package org.airwitness.remoteid.radio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.airwitness.remoteid.BasicId;
import org.airwitness.remoteid.Bytes;
import org.airwitness.remoteid.Frame;
import org.airwitness.remoteid.Reason;
import org.airwitness.remoteid.RemoteIdDecoder;
import org.airwitness.remoteid.dji.DjiDecoder;
import org.airwitness.remoteid.dji.DjiTelemetry;
import org.airwitness.remoteid.french.FrenchDecoder;
import org.airwitness.remoteid.french.FrenchIdentification;
import org.airwitness.remoteid.identity.DroneId;
import org.airwitness.remoteid.identity.IdSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadioFramesTest {
  private static final String BEACON_HEADER =
      "80000000ffffffffffff025a5a000001025a5a000001100000000000000000006400" + "0100";
  private static final String PACK = "f21901" + "0012" + text("1581E0ABCD1234E5F67") + "00000000";
  private static final String REMOTE_ID = element("fa0bbc0d2a" + PACK);
  private static final String FRENCH = element("6a5c3501" + "0313" + text("1581E0ABCD1234E5F67"));
  private static final String DJI =
      element(
          "26371258621310"
              + "029210f71f3041424344313233344535463637000085a21c00748f9f006000d70088ff54010f00e2"
              + "dcf40b45a99c010000dd8c9f00a89f1c00cb9f1c00ee8c9f005a"
              + "000000000000000000000000000000000000000000");
  private static final byte[] BEACON =
      Bytes.ofHex(BEACON_HEADER + REMOTE_ID + FRENCH + DJI).toArray();

  private static final byte[] NAN =
      Bytes.ofHex(
              "d0000000516f9a010000025a5a000002506f9a0100ff1000"
                  + "0409506f9a13"
                  + "032700"
                  + "8869199d92090100101d07"
                  + PACK)
          .toArray();

  private static final byte[] LEGACY_PDU =
      Bytes.ofHex("42256655443322111e16faff0d03" + PACK.substring(6)).toArray();

  @Test
  void oneDroneHeardThreeWaysIsOneDrone() {
    Set<DroneId> names = new HashSet<>();
    for (RadioPayload payload : WifiFrames.read(BEACON).payloads()) {
      names.add(name(payload));
    }
    assertThat(names).containsExactly(new DroneId(DroneId.Kind.SERIAL, "1581E0ABCD1234E5F67"));
  }

  private static DroneId name(RadioPayload payload) {
    DroneId address = DroneId.address("wifi", "02:5a:5a:00:00:01");
    byte[] bytes = payload.bytes().toArray();
    return switch (payload.content()) {
      case REMOTE_ID ->
          DroneId.canonical(((Frame) RemoteIdDecoder.decode(bytes)).list(BasicId.class), address)
              .id();
      case DJI ->
          DroneId.canonical(
                  ((DjiTelemetry) DjiDecoder.decodeElement(bytes)).serial(), IdSource.DJI, address)
              .id();
      case FRENCH ->
          DroneId.canonical(
                  ((FrenchIdentification) FrenchDecoder.decode(bytes)).serial(),
                  IdSource.SERIAL,
                  address)
              .id();
    };
  }

  @Test
  void readsTheElementsBeforeACut() {
    int header = BEACON_HEADER.length() / 2;
    int first = header + REMOTE_ID.length() / 2;
    int second = first + FRENCH.length() / 2;
    for (int length = 1; length < BEACON.length; length++) {
      RadioFrame frame = WifiFrames.read(Arrays.copyOf(BEACON, length));
      int whole = (length >= first ? 1 : 0) + (length >= second ? 1 : 0);
      assertThat(frame.payloads()).as("%s bytes", length).hasSize(whole);
      assertThat(frame.transmitter()).isEqualTo(length < header ? null : "02:5a:5a:00:00:01");
      if (length == header) {
        assertThat(frame.faults()).containsExactly(Reason.RADIO_STRANGER);
      } else if (whole == 0 || length - (whole == 1 ? first : second) > 4) {
        assertThat(frame.faults()).containsExactly(Reason.RADIO_TRUNCATED);
      }
    }
  }

  @Test
  void findsNothingInANanFrameCutAnywhere() {
    assertThat(WifiFrames.read(NAN).payloads()).hasSize(1);
    for (int length = 1; length < NAN.length; length++) {
      RadioFrame frame = WifiFrames.read(Arrays.copyOf(NAN, length));
      assertThat(frame.payloads()).isEmpty();
      assertThat(frame.faults())
          .as("%s bytes", length)
          .containsExactly(length == 30 ? Reason.RADIO_STRANGER : Reason.RADIO_TRUNCATED);
    }
  }

  @Test
  void findsNothingInAnAdvertisementCutAnywhere() {
    assertThat(BluetoothFrames.readPdu(LEGACY_PDU).payloads()).hasSize(1);
    for (int length = 1; length < LEGACY_PDU.length; length++) {
      RadioFrame frame = BluetoothFrames.readPdu(Arrays.copyOf(LEGACY_PDU, length));
      assertThat(frame.payloads()).isEmpty();
      assertThat(frame.faults()).containsExactly(Reason.RADIO_TRUNCATED);
    }
  }

  @Test
  void findsNothingInNothing() {
    for (Function<byte[], RadioFrame> reader : readers()) {
      assertThat(reader.apply(new byte[0]).faults()).containsExactly(Reason.EMPTY_PAYLOAD);
    }
  }

  @Test
  void readsEveryServiceControlThatAnnouncesServiceInfo() {
    byte[] frame = NAN.clone();
    for (int control = 0; control <= 255; control++) {
      frame[41] = (byte) control;
      boolean plainInfo = (control & 0x10) != 0 && (control & 0x0C) == 0;
      if (plainInfo) {
        assertThat(WifiFrames.read(frame).payloads()).hasSize(1);
      }
      if ((control & 0x10) == 0) {
        assertThat(WifiFrames.read(frame).faults()).containsExactly(Reason.RADIO_STRANGER);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 20_261_128})
  void acceptsAnyBytes(long seed) {
    Random random = new Random(seed);
    List<byte[]> frames = List.of(BEACON, NAN, LEGACY_PDU);
    for (int i = 0; i < 60_000; i++) {
      byte[] frame = damaged(frames.get(random.nextInt(frames.size())), random);
      for (Function<byte[], RadioFrame> reader : readers()) {
        RadioFrame found = reader.apply(frame);
        assertThat(found.payloads().isEmpty() && found.faults().isEmpty()).isFalse();
      }
    }
  }

  private static List<Function<byte[], RadioFrame>> readers() {
    List<Function<byte[], RadioFrame>> readers = new ArrayList<>();
    readers.add(WifiFrames::read);
    readers.add(BluetoothFrames::readPdu);
    readers.add(BluetoothFrames::readAdvertisingData);
    return readers;
  }

  private static byte[] damaged(byte[] frame, Random random) {
    byte[] bytes = Arrays.copyOf(frame, random.nextInt(frame.length + 8));
    for (int flips = random.nextInt(6); flips > 0 && bytes.length > 0; flips--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static String text(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.US_ASCII)).hex();
  }

  private static String element(String value) {
    return "dd%02x%s".formatted(value.length() / 2, value);
  }
}
