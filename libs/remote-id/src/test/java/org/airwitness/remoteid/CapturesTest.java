package org.airwitness.remoteid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames captured off the air, against values computed from the field tables beforehand. */
class CapturesTest {
  private static final String FOLDER = "odid-decoded/";
  private static final String BT5 = "odid_bt5_lr_sample.pcapng.jsonl";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parrot_anafi4_real.pcapng.jsonl",
        "parrot_anafi4_spoofed.pcapng.jsonl",
        BT5,
        "odid_wifi_bcn_sample.pcap.jsonl",
        "wireless_RID_test_linux_transmitter.pcapng.jsonl"
      })
  void decodesEveryMessageAsExpected(String capture) {
    int messages = 0;
    for (JsonNode record : TestData.values(FOLDER + capture)) {
      if (record.path("payload_hex").isNull()) {
        continue;
      }
      messages += compare(record);
    }
    assertThat(messages).isPositive();
  }

  private static int compare(JsonNode record) {
    JsonNode expected = record.get("decoded");
    switch (RemoteIdDecoder.decode(payload(record))) {
      case Rejected rejected ->
          assertThat(expected).as("frame %s: %s", record.get("frame"), rejected.reason()).isEmpty();
      case Frame frame -> {
        assertThat(frame.messages()).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
          String where = record.get("file") + " frame " + record.get("frame") + " message " + i;
          assertThat(frame.findRaw(i).orElseThrow().hex())
              .as(where)
              .isEqualTo(record.get("messages_hex").get(i).asText());
          compare(where, frame, i, expected.get(i));
        }
      }
    }
    return expected.size();
  }

  private static void compare(String where, Frame frame, int index, JsonNode expected) {
    ObjectNode actual = CaptureView.of(frame.messages().get(index), frame, index);
    actual
        .properties()
        .forEach(field -> {
          JsonNode want = expected.get(field.getKey());
          JsonNode have = field.getValue();
          assertThat(want).as("%s has no %s", where, field.getKey()).isNotNull();
          assertThat(same(want, have))
              .as("%s %s: expected %s, was %s", where, field.getKey(), want, have)
              .isTrue();
        });
  }

  private static boolean same(JsonNode want, JsonNode have) {
    if (want.isNumber() && have.isNumber()) {
      return Math.abs(want.asDouble() - have.asDouble()) < 1e-9;
    }
    return want.equals(have) || (want.asText().isEmpty() && have.equals(NullNode.instance));
  }

  @Test
  void findsNothingWrongInAGenuineFlight() {
    assertThat(findings("parrot_anafi4_real.pcapng.jsonl", record -> true)).isEmpty();
  }

  @Test
  void findsEveryPackOfTheSpoofedFlightTruncated() {
    assertThat(findings("parrot_anafi4_spoofed.pcapng.jsonl", record -> true))
        .isEqualTo(Map.of(Reason.PACK_TRUNCATED, 26));
  }

  @Test
  void findsOnlyEmptyPacksWhereTheLinkIsGood() {
    assertThat(findings(BT5, CapturesTest::hasGoodLink)).isEqualTo(Map.of(Reason.EMPTY_PACK, 19));
  }

  @Test
  void findsCorruptionWhereTheLinkIsBad() {
    Map<Reason, Integer> found = findings(BT5, record -> !hasGoodLink(record));

    assertThat(found)
        .containsEntry(Reason.EMPTY_PACK, 6)
        .containsEntry(Reason.PACK_COUNT, 1)
        .containsEntry(Reason.PACK_SIZE_BYTE, 1)
        .containsEntry(Reason.RESERVED_MESSAGE_TYPE, 2)
        .containsEntry(Reason.DIRECTION_RANGE, 1)
        .containsEntry(Reason.LATITUDE_RANGE, 1)
        .containsKeys(Reason.RESERVED_VERSION, Reason.RESERVED_ENUM, Reason.TEXT_NOT_PRINTABLE);
  }

  @Test
  void findsRubbishBehindTheIdentifiersOfATestSender() {
    long basicIds = 0;
    for (JsonNode record : TestData.values(FOLDER + "odid_wifi_bcn_sample.pcap.jsonl")) {
      Frame frame = (Frame) RemoteIdDecoder.decode(payload(record));
      assertThat(frame.findings()).allMatch(finding -> finding.reason() == Reason.RESERVED_BYTES);
      basicIds += frame.findings().stream().filter(finding -> finding.message() == 0).count();
    }
    assertThat(basicIds).isEqualTo(13);
  }

  @Test
  void writesAGenuineFlightAgainByteForByte() {
    for (JsonNode record : TestData.values(FOLDER + "parrot_anafi4_real.pcapng.jsonl")) {
      Frame frame = (Frame) RemoteIdDecoder.decode(payload(record));
      assertThat(RemoteIdEncoder.encodePack(0, frame.messages())).isEqualTo(payload(record));
    }
  }

  private static Map<Reason, Integer> findings(String capture, Predicate<JsonNode> wanted) {
    Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
    for (JsonNode record : TestData.values(FOLDER + capture)) {
      if (wanted.test(record) && !record.path("payload_hex").isNull()) {
        reasons(RemoteIdDecoder.decode(payload(record)))
            .forEach(reason -> counts.merge(reason, 1, Integer::sum));
      }
    }
    return counts;
  }

  private static List<Reason> reasons(Decoded decoded) {
    return switch (decoded) {
      case Rejected rejected -> List.of(rejected.reason());
      case Frame frame -> frame.findings().stream().map(Finding::reason).toList();
    };
  }

  private static boolean hasGoodLink(JsonNode record) {
    return record.path("crc_ok").asBoolean(true);
  }

  private static byte[] payload(JsonNode record) {
    return Bytes.ofHex(record.get("payload_hex").asText()).toArray();
  }
}
