package org.airwitness.standalone.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingFormatTest {

  @Test
  void readsDroneScoutMessagesOneAfterTheOther() throws IOException {
    var messages =
        read(
            RecordingFormat.DRONESCOUT,
            """
            {"protocol":1.0,"data":{"sensor ID":"x","timestamp":1735677508366}}
            {"protocol":1.0,"status":{"sensor ID":"x","timestamp":1735677509000}}
            {"protocol":1.0,"location":{"latitude":1}}
            """);

    assertThat(messages)
        .extracting(RecordedMessage::at)
        .containsExactly(
            Instant.parse("2024-12-31T20:38:28.366Z"),
            Instant.parse("2024-12-31T20:38:29Z"),
            Instant.parse("2024-12-31T20:38:29Z"));
    assertThat(messages).extracting(RecordedMessage::topic).containsOnly("sensor/s-1/upload");
    assertThat(messages.getFirst().payload().toString())
        .isEqualTo("{\"protocol\":1.0,\"data\":{\"sensor ID\":\"x\",\"timestamp\":1735677508366}}");
  }

  @Test
  void readsDroneScoutMessagesFromArray() throws IOException {
    var messages =
        read(
            RecordingFormat.DRONESCOUT,
            "[{\"data\":{\"timestamp\":1}},{\"data\":{\"timestamp\":2}}]");

    assertThat(messages).hasSize(2);
  }

  @Test
  void publishesNativeBatchesAsTheSensorThatReplays() throws IOException {
    var messages =
        read(
            RecordingFormat.NATIVE,
            "{\"v\":1,\"sensor\":\"other\",\"boot\":7,\"seq\":3,\"sent\":\"2026-03-01T12:00:05.120Z\"}");

    assertThat(messages).hasSize(1);
    var message = messages.getFirst();
    assertThat(message.at()).isEqualTo(Instant.parse("2026-03-01T12:00:05.120Z"));
    assertThat(message.topic()).isEqualTo("s/s-1/obs");
    var batch = new JsonObject(message.payload());
    assertThat(batch.getString("sensor")).isEqualTo("s-1");
    assertThat(batch.getInteger("seq")).isEqualTo(3);
  }

  @Test
  void putsFramesOfAQuarterSecondIntoOneBatch() throws IOException {
    var messages =
        read(
            RecordingFormat.FRAMES,
            """
            {"ts":100.000,"transport":"wifi-beacon","mac":"90:3A:E6:00:00:01","freq":2412,"rssi":-34,"counter":91,"payload_hex":"f0190110"}
            {"ts":100.200,"transport":"bt5","crc_ok":false,"channel":10,"payload_hex":"f019"}
            {"ts":100.300,"transport":"bt5","crc_ok":true,"payload_hex":"f019"}
            """);

    assertThat(messages).hasSize(2);
    var first = new JsonObject(messages.getFirst().payload());
    assertThat(first.getInteger("v")).isEqualTo(1);
    assertThat(first.getInteger("seq")).isZero();
    assertThat(first.getLong("boot")).isEqualTo(42);
    assertThat(first.getJsonObject("rf").getInteger("frames")).isEqualTo(2);
    assertThat(first.getJsonArray("items")).hasSize(2);
    var item = first.getJsonArray("items").getJsonObject(0);
    assertThat(item.getString("t")).isEqualTo("1970-01-01T00:01:40.000Z");
    assertThat(item.getString("a")).isEqualTo("90:3a:e6:00:00:01");
    assertThat(item.getString("tr")).isEqualTo("wifi-beacon");
    assertThat(item.getString("fmt")).isEqualTo("odid");
    assertThat(item.getInteger("mhz")).isEqualTo(2412);
    assertThat(item.getInteger("rssi")).isEqualTo(-34);
    assertThat(item.getInteger("cnt")).isEqualTo(91);
    assertThat(item.getString("hex")).isEqualTo("f0190110");
    assertThat(item.containsKey("crc")).isFalse();
    assertThat(first.getJsonArray("items").getJsonObject(1).getBoolean("crc")).isFalse();
    assertThat(new JsonObject(messages.get(1).payload()).getInteger("seq")).isOne();
  }

  @Test
  void takesTheHeaderOffADjiElement() throws IOException {
    var messages =
        read(
            RecordingFormat.FRAMES,
            "{\"ts\":1,\"transport\":\"dji-wifi-ie\",\"payload_hex\":\"26371258621310024d06\"}");

    var item = new JsonObject(messages.getFirst().payload()).getJsonArray("items").getJsonObject(0);
    assertThat(item.getString("tr")).isEqualTo("dji-wifi");
    assertThat(item.getString("fmt")).isEqualTo("dji-body");
    assertThat(item.getString("hex")).isEqualTo("024d06");
  }

  @Test
  void neverPutsMoreThanTheAllowedItemsIntoABatch() throws IOException {
    var line = "{\"ts\":1,\"transport\":\"bt5\",\"payload_hex\":\"f019\"}\n";

    var messages = read(RecordingFormat.FRAMES, line.repeat(600));

    assertThat(messages)
        .extracting(m -> new JsonObject(m.payload()).getJsonArray("items").size())
        .containsExactly(256, 256, 88);
  }

  @Test
  void tellsAboutABrokenFile() {
    assertThatThrownBy(() -> read(RecordingFormat.FRAMES, "{\"ts\":1,"))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void readsEveryFrameOfARealCapture() throws IOException {
    var file =
        Path.of(System.getProperty("airwitness.test-data", ""))
            .resolve("odid-decoded/parrot_anafi4_real.pcapng.jsonl");
    if (!Files.exists(file)) {
      System.out.println("SKIPPED: no " + file + "; would read a real flight as native batches");
    }
    assumeTrue(Files.exists(file));

    var items = 0;
    try (var stream = Files.newInputStream(file)) {
      var messages = RecordingFormat.FRAMES.read(stream, "s-1", 42);
      while (messages.hasNext()) {
        items += new JsonObject(messages.next().payload()).getJsonArray("items").size();
      }
    }

    assertThat(items).isEqualTo(1_140);
  }

  private static List<RecordedMessage> read(RecordingFormat format, String text)
      throws IOException {
    var stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    var messages = new ArrayList<RecordedMessage>();
    format.read(stream, "s-1", 42).forEachRemaining(messages::add);
    return messages;
  }
}
