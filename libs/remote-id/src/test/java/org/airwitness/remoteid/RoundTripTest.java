package org.airwitness.remoteid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
  private static final int MESSAGES = 5_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 20_260_301, 4_709_002})
  void readsBackEveryMessageWritten(long seed) {
    RandomMessages messages = new RandomMessages(seed);
    for (int i = 0; i < MESSAGES; i++) {
      Message message = messages.next();
      Frame frame = Decoding.frame(RemoteIdEncoder.encode(message));
      assertThat(frame.messages()).containsExactly(message);
      assertThat(frame.findings()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 3411})
  void readsBackEveryPackWritten(long seed) {
    RandomMessages messages = new RandomMessages(seed);
    Random random = new Random(seed);
    for (int i = 0; i < MESSAGES / 5; i++) {
      List<Message> sent = new ArrayList<>();
      int count = random.nextInt(1, 10);
      while (sent.size() < count) {
        sent.add(messages.next());
      }
      byte[] pack = RemoteIdEncoder.encodePack(2, sent);
      assertThat(pack).hasSize(3 + 25 * count);
      assertThat(Decoding.frame(pack).messages()).isEqualTo(sent);
      assertThat(Decoding.reasons(pack)).allMatch(reason -> reason == Reason.DUPLICATE_MESSAGE);
    }
  }
}
