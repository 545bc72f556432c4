package org.airwitness.remoteid;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Objects;
import org.airwitness.remoteid.dji.DjiDecoder;
import org.airwitness.remoteid.dji.DjiEncoder;
import org.airwitness.remoteid.dji.DjiFlightText;
import org.airwitness.remoteid.dji.DjiTelemetry;
import org.airwitness.remoteid.french.FrenchDecoder;
import org.airwitness.remoteid.french.FrenchEncoder;
import org.airwitness.remoteid.french.FrenchIdentification;
import org.airwitness.remoteid.identity.DroneId;
import org.airwitness.remoteid.radio.BluetoothFrames;
import org.airwitness.remoteid.radio.WifiFrames;
import org.jspecify.annotations.Nullable;

/**
 * No bytes whatever make a decoder throw, and what was understood can be written and understood
 * again. Jazzer looks for bytes that reach new code; run one method at a time.
 */
class DecodersFuzzTest {
  private static final DroneId ADDRESS = DroneId.address("ble", "00:11:22:33:44:55");

  @FuzzTest
  void remoteId(byte[] bytes) {
    if (RemoteIdDecoder.decode(bytes) instanceof Frame frame) {
      frame.findAuthentication();
      DroneId.canonical(frame.list(BasicId.class), ADDRESS);
      frame.messages().forEach(DecodersFuzzTest::writeAndRead);
    }
  }

  private static void writeAndRead(Message message) {
    if (message instanceof Unreadable) {
      return;
    }
    Frame again = (Frame) RemoteIdDecoder.decode(RemoteIdEncoder.encode(message));
    requireEqual(again.messages().size(), 1);
    byte[] once = RemoteIdEncoder.encode(again.messages().getFirst());
    Frame twice = (Frame) RemoteIdDecoder.decode(once);
    requireEqual(twice.messages(), again.messages());
  }

  @FuzzTest
  void packView(byte[] bytes) {
    PackView view = new PackView();
    boolean readable = view.wrap(bytes, 0, bytes.length) == null;
    requireEqual(readable, RemoteIdDecoder.decode(bytes) instanceof Frame);
  }

  @FuzzTest
  void uasDataStruct(byte[] bytes) {
    byte[] struct = new byte[UasDataStruct.BYTES];
    for (int i = 0; i < struct.length && bytes.length > 0; i++) {
      struct[i] = bytes[i % bytes.length];
    }
    requireEqual(UasDataStruct.decode(struct).payload(), Bytes.of(struct));
  }

  @FuzzTest
  void djiBody(byte[] bytes) {
    if (DjiDecoder.decodeBody(bytes) instanceof DjiTelemetry telemetry
        && (telemetry.serial() != null || telemetry.position() != null)) {
      DjiTelemetry again = (DjiTelemetry) DjiDecoder.decodeBody(DjiEncoder.encodeBody(telemetry));
      requireEqual(again.position(), telemetry.position());
      requireEqual(again.altitudes(), telemetry.altitudes());
    }
  }

  @FuzzTest
  void djiElement(byte[] bytes) {
    if (DjiDecoder.decodeElement(bytes) instanceof DjiFlightText text) {
      DjiFlightText again =
          (DjiFlightText) DjiDecoder.decodeElement(DjiEncoder.encodeElement(text));
      requireEqual(again.serial(), text.serial());
      requireEqual(again.purpose(), text.purpose());
    }
  }

  @FuzzTest
  void french(byte[] bytes) {
    if (FrenchDecoder.decode(bytes) instanceof FrenchIdentification sent
        && FrenchDecoder.decode(FrenchEncoder.encode(sent)) instanceof FrenchIdentification again) {
      requireEqual(again.strangers(), sent.strangers());
      requireEqual(again.position(), sent.position());
      requireEqual(again.serial(), sent.serial());
    }
  }

  @FuzzTest
  void wifi(byte[] bytes) {
    WifiFrames.read(bytes);
  }

  @FuzzTest
  void bluetooth(byte[] bytes) {
    BluetoothFrames.readPdu(bytes);
    BluetoothFrames.readAdvertisingData(bytes);
  }

  private static void requireEqual(@Nullable Object actual, @Nullable Object expected) {
    if (!Objects.equals(actual, expected)) {
      throw new AssertionError("was " + actual + ", not " + expected);
    }
  }
}
