package org.airwitness.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.airwitness.contract.v1.TrackUpdate;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class SerdesTest {
  private final ProtobufSerializer serializer = new ProtobufSerializer();
  private final ProtobufDeserializer.OfTrackUpdate deserializer =
      new ProtobufDeserializer.OfTrackUpdate();

  @Test
  void readsWhatItWrote() {
    var track = TrackUpdate.newBuilder().setAgencyId("a1").setSequence(7).build();
    byte[] bytes = serializer.serialize(Topics.TRACKS, track);
    assertThat(deserializer.deserialize(Topics.TRACKS, bytes)).isEqualTo(track);
  }

  @Test
  void keepsAnAbsentValueAbsent() {
    assertThat(serializer.serialize(Topics.TRACKS, null)).isNull();
    assertThat(deserializer.deserialize(Topics.TRACKS, null)).isNull();
  }

  @Test
  void namesTopicAndLengthOfWhatDoesNotParse() {
    assertThatThrownBy(() -> deserializer.deserialize(Topics.TRACKS, new byte[] {1, 2, -1}))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining(Topics.TRACKS)
        .hasMessageContaining("3 bytes");
  }

  @Test
  void writesTheEnvelope() {
    var headers = Headers.of("a1", TrackUpdate.getDefaultInstance());
    assertThat(Headers.text(headers, Headers.AGENCY)).isEqualTo("a1");
    assertThat(Headers.text(headers, Headers.SCHEMA)).isEqualTo("airwitness.v1.TrackUpdate");
    assertThat(Headers.text(headers, "absent")).isNull();
  }
}
