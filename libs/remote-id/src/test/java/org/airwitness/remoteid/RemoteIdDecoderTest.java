package org.airwitness.remoteid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteIdDecoderTest {
  static final List<Message> MESSAGES = Samples.ALL;

  @Test
  void readsAllMessagesOfAPack() {
    Frame frame = Decoding.frame(RemoteIdEncoder.encodePack(2, Samples.ALL));

    assertThat(frame.container()).isEqualTo(Frame.Container.PACK);
    assertThat(frame.messages()).isEqualTo(Samples.ALL);
    assertThat(frame.findings()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("MESSAGES")
  void readsAMessageOfItsOwn(Message message) {
    Frame frame = Decoding.frame(RemoteIdEncoder.encode(message));

    assertThat(frame.container()).isEqualTo(Frame.Container.MESSAGE);
    assertThat(frame.messages()).containsExactly(message);
    assertThat(frame.findings()).isEmpty();
  }

  @Test
  void keepsCompleteMessagesOfAPackCutAnywhere() {
    byte[] pack = RemoteIdEncoder.encodePack(2, Samples.ALL);
    for (int length = 0; length < pack.length; length++) {
      Decoded decoded = RemoteIdDecoder.decode(Arrays.copyOf(pack, length));
      int complete = Math.max(0, (length - 3) / 25);
      if (complete == 0) {
        assertThat(decoded).isInstanceOf(Rejected.class);
      } else {
        assertThat(((Frame) decoded).messages()).isEqualTo(Samples.ALL.subList(0, complete));
        assertThat(Decoding.reasons(decoded)).containsExactly(Reason.PACK_TRUNCATED);
      }
    }
  }

  @Test
  void namesWhereACutPackBecomesUnreadable() {
    byte[] pack = RemoteIdEncoder.encodePack(2, Samples.ALL);

    assertThat(Decoding.reasons(Arrays.copyOf(pack, 0))).containsExactly(Reason.EMPTY_PAYLOAD);
    assertThat(Decoding.reasons(Arrays.copyOf(pack, 2)))
        .containsExactly(Reason.PACK_HEADER_TRUNCATED);
    assertThat(Decoding.reasons(Arrays.copyOf(pack, 27))).containsExactly(Reason.PACK_TRUNCATED);
  }

  @ParameterizedTest
  @FieldSource("MESSAGES")
  void rejectsAMessageCutAnywhere(Message message) {
    byte[] whole = RemoteIdEncoder.encode(message);
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThat(RemoteIdDecoder.decode(cut))
          .isEqualTo(new Rejected(Reason.MESSAGE_TRUNCATED, Bytes.of(cut)));
    }
  }

  @Test
  void ignoresPadding() {
    byte[] pack = RemoteIdEncoder.encodePack(2, List.of(Samples.LOCATION));

    Frame frame = Decoding.frame(Arrays.copyOf(pack, 228));

    assertThat(frame.messages()).containsExactly(Samples.LOCATION);
    assertThat(frame.findings()).isEmpty();
  }

  @Test
  void readsInsideALargerFrame() {
    byte[] pack = RemoteIdEncoder.encodePack(2, List.of(Samples.LOCATION, Samples.SYSTEM));
    byte[] larger = new byte[pack.length + 12];
    System.arraycopy(pack, 0, larger, 5, pack.length);

    Frame frame = (Frame) RemoteIdDecoder.decode(larger, 5, pack.length);

    assertThat(frame.messages()).containsExactly(Samples.LOCATION, Samples.SYSTEM);
    assertThat(frame.payload()).isEqualTo(Bytes.of(pack));
    assertThatThrownBy(() -> RemoteIdDecoder.decode(larger, 5, larger.length))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void keepsRawBytesOfEachMessage() {
    Frame pack = Decoding.frame(RemoteIdEncoder.encodePack(2, Samples.ALL));
    for (int i = 0; i < Samples.ALL.size(); i++) {
      byte[] alone = RemoteIdEncoder.encode(Samples.ALL.get(i));
      assertThat(pack.findRaw(i)).contains(Bytes.of(alone));
      assertThat(Decoding.frame(alone).findRaw(0)).contains(Bytes.of(alone));
    }
  }

  @Test
  void keepsItsOwnCopyOfThePayload() {
    byte[] payload = RemoteIdEncoder.encode(Samples.SELF_ID);
    Frame frame = Decoding.frame(payload);

    payload[2] = 0;

    assertThat(frame.payload().toArray()).isEqualTo(RemoteIdEncoder.encode(Samples.SELF_ID));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void decodesVersionsAlike(int version) {
    byte[] payload = RemoteIdEncoder.encode(Samples.SYSTEM);

    Frame frame = Decoding.frame(Decoding.with(payload, 0, 0x40 | version));

    assertThat(frame.findings()).isEmpty();
    assertThat(frame.find(SystemMessage.class).orElseThrow().eu()).isEqualTo(Samples.SYSTEM.eu());
    assertThat(frame.messages().getFirst().version()).isEqualTo(version);
  }

  @Test
  void decodesUnassignedVersionsWithAFinding() {
    byte[] payload = RemoteIdEncoder.encode(Samples.SYSTEM);
    for (int version = 3; version <= 15; version++) {
      Frame frame = Decoding.frame(Decoding.with(payload, 0, 0x40 | version));

      assertThat(frame.findings())
          .containsExactly(
              new Finding(Reason.RESERVED_VERSION, 0, Field.VERSION, Integer.toString(version)));
      assertThat(frame.find(SystemMessage.class).orElseThrow().time())
          .isEqualTo(Samples.SYSTEM.time());
    }
  }

  @Test
  void keepsMessagesOfReservedTypesUnread() {
    for (int type = 6; type <= 14; type++) {
      byte[] payload = Decoding.with(new byte[25], 0, type << 4 | 2);
      Frame frame = Decoding.frame(payload);

      assertThat(frame.messages())
          .containsExactly(new Unreadable(2, Bytes.of(payload), Reason.RESERVED_MESSAGE_TYPE));
      assertThat(Decoding.reasons(frame)).containsExactly(Reason.RESERVED_MESSAGE_TYPE);
    }
  }

  @Test
  void readsNoMoreThanNineMessagesWhateverIsAnnounced() {
    byte[] payload = new byte[3 + 25 * 255];
    payload[0] = (byte) 0xF2;
    payload[1] = 25;
    for (int announced = 10; announced <= 255; announced++) {
      Frame frame = Decoding.frame(Decoding.with(payload, 2, announced));
      assertThat(frame.messages()).hasSize(9);
      assertThat(Decoding.reasons(frame)).contains(Reason.PACK_COUNT);
    }
  }

  @Test
  void rejectsEveryOtherMessageSize() {
    byte[] pack = RemoteIdEncoder.encodePack(2, Samples.ALL);
    for (int size = 0; size <= 255; size++) {
      if (size != 25) {
        assertThat(Decoding.reasons(Decoding.with(pack, 1, size)))
            .containsExactly(Reason.PACK_SIZE_BYTE);
      }
    }
  }

  @Test
  void findsASecondMessageOfOneKind() {
    for (Message message : Samples.ALL) {
      byte[] pack = RemoteIdEncoder.encodePack(2, List.of(message, message));
      assertThat(Decoding.frame(pack).findings())
          .extracting(Finding::reason, Finding::message)
          .containsExactly(tuple(Reason.DUPLICATE_MESSAGE, 1));
    }
  }

  @Test
  void acceptsASecondBasicIdOfAnotherType() {
    BasicId registration =
        new BasicId(2, IdType.CAA_REGISTRATION, UaType.AEROPLANE, new UasId.Text("JA.JU0001"));
    byte[] pack = RemoteIdEncoder.encodePack(2, List.of(Samples.BASIC_ID, registration));

    Frame frame = Decoding.frame(pack);

    assertThat(frame.findings()).isEmpty();
    assertThat(frame.list(BasicId.class)).containsExactly(Samples.BASIC_ID, registration);
  }

  @Test
  void survivesABadMessageBetweenGoodOnes() {
    byte[] pack =
        RemoteIdEncoder.encodePack(2, List.of(Samples.BASIC_ID, Samples.LOCATION, Samples.SYSTEM));
    byte[] broken = Decoding.with(pack, 3 + 25, 0xF2);

    assertThat(Decoding.frame(broken).messages())
        .hasSize(3)
        .startsWith(Samples.BASIC_ID)
        .endsWith(Samples.SYSTEM);
    assertThat(Decoding.reasons(broken)).containsExactly(Reason.NESTED_PACK);
  }
}
