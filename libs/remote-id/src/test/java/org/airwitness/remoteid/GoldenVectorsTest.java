package org.airwitness.remoteid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.airwitness.remoteid.dji.DjiDecoded;
import org.airwitness.remoteid.dji.DjiDecoder;
import org.airwitness.remoteid.dji.DjiFlightText;
import org.airwitness.remoteid.dji.DjiRejected;
import org.airwitness.remoteid.dji.DjiTelemetry;
import org.airwitness.remoteid.french.FrenchDecoded;
import org.airwitness.remoteid.french.FrenchDecoder;
import org.airwitness.remoteid.french.FrenchIdentification;
import org.airwitness.remoteid.french.FrenchRejected;
import org.airwitness.remoteid.radio.BluetoothFrames;
import org.airwitness.remoteid.radio.RadioFrame;
import org.airwitness.remoteid.radio.RadioPayload;
import org.airwitness.remoteid.radio.WifiFrames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every vector means what its file says. */
class GoldenVectorsTest {

  static Stream<VectorFile> messages() throws IOException {
    return VectorFile.list("");
  }

  @ParameterizedTest
  @MethodSource("messages")
  void remoteId(VectorFile vector) {
    Decoded decoded = RemoteIdDecoder.decode(vector.payload());

    assertThat(render(decoded)).isEqualTo(vector.expected());
  }

  static Stream<VectorFile> bodies() throws IOException {
    return VectorFile.list("dji-body");
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void djiBody(VectorFile vector) {
    assertThat(render(DjiDecoder.decodeBody(vector.payload()))).isEqualTo(vector.expected());
  }

  static Stream<VectorFile> frames() throws IOException {
    return VectorFile.list("dji-ocusync");
  }

  @ParameterizedTest
  @MethodSource("frames")
  void djiOcuSync(VectorFile vector) {
    assertThat(render(DjiDecoder.decodeOcuSync(vector.payload()))).isEqualTo(vector.expected());
  }

  static Stream<VectorFile> elements() throws IOException {
    return VectorFile.list("dji-element");
  }

  @ParameterizedTest
  @MethodSource("elements")
  void djiElement(VectorFile vector) {
    assertThat(render(DjiDecoder.decodeElement(vector.payload()))).isEqualTo(vector.expected());
  }

  static Stream<VectorFile> identifications() throws IOException {
    return VectorFile.list("french");
  }

  @ParameterizedTest
  @MethodSource("identifications")
  void french(VectorFile vector) {
    assertThat(render(FrenchDecoder.decode(vector.payload()))).isEqualTo(vector.expected());
  }

  static Stream<VectorFile> wifi() throws IOException {
    return VectorFile.list("wifi");
  }

  @ParameterizedTest
  @MethodSource("wifi")
  void wifiFrame(VectorFile vector) {
    assertThat(render(WifiFrames.read(vector.payload()))).isEqualTo(vector.expected());
  }

  static Stream<VectorFile> pdus() throws IOException {
    return VectorFile.list("bluetooth-pdu");
  }

  @ParameterizedTest
  @MethodSource("pdus")
  void bluetoothPdu(VectorFile vector) {
    assertThat(render(BluetoothFrames.readPdu(vector.payload()))).isEqualTo(vector.expected());
  }

  static Stream<VectorFile> data() throws IOException {
    return VectorFile.list("bluetooth-data");
  }

  @ParameterizedTest
  @MethodSource("data")
  void bluetoothData(VectorFile vector) {
    assertThat(render(BluetoothFrames.readAdvertisingData(vector.payload())))
        .isEqualTo(vector.expected());
  }

  private static String render(RadioFrame frame) {
    Bytes ssid = frame.ssid();
    String head =
        "%s from %s network %s"
            .formatted(
                frame.carrier(),
                frame.transmitter(),
                ssid == null ? null : new String(ssid.toArray(), StandardCharsets.US_ASCII));
    return lines(
        Stream.of(head),
        Stream.concat(
            frame.payloads().stream().map(RadioPayload::toString),
            frame.faults().stream().map(fault -> "fault " + fault.code())));
  }

  private static String render(Decoded decoded) {
    return switch (decoded) {
      case Rejected rejected -> "rejected " + rejected.reason().code();
      case Frame frame ->
          lines(
              frame.messages().stream().map(Message::toString),
              frame.findings().stream().map(VectorFile::render));
    };
  }

  private static String render(DjiDecoded decoded) {
    return switch (decoded) {
      case DjiRejected rejected ->
          (rejected.isEmission() ? "emission " : "rejected ") + rejected.reason().code();
      case DjiTelemetry telemetry ->
          lines(
              fields(telemetry, telemetry.payload()),
              telemetry.findings().stream().map(VectorFile::render));
      case DjiFlightText text ->
          lines(fields(text, text.payload()), text.findings().stream().map(VectorFile::render));
    };
  }

  private static String render(FrenchDecoded decoded) {
    return switch (decoded) {
      case FrenchRejected rejected -> "rejected " + rejected.reason().code();
      case FrenchIdentification found ->
          lines(fields(found, found.payload()), found.findings().stream().map(VectorFile::render));
    };
  }

  /** The record without its findings and its payload. */
  private static Stream<String> fields(Record record, Bytes payload) {
    String text = record.toString();
    assertThat(text).endsWith("payload=" + payload + "]");
    return Stream.of(text.substring(0, text.lastIndexOf(", findings=")) + "]");
  }

  private static String lines(Stream<String> first, Stream<String> second) {
    return Stream.concat(first, second).collect(Collectors.joining("\n"));
  }
}
