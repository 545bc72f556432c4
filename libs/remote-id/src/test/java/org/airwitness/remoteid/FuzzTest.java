package org.airwitness.remoteid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.airwitness.remoteid.identity.DroneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No bytes whatever make a decoder throw, and what it returns is legal and encodable. */
class FuzzTest {
  private static final int ROUNDS = 40_000;
  private static final DroneId ADDRESS = DroneId.address("ble", "00:11:22:33:44:55");

  @ParameterizedTest
  @ValueSource(longs = {7, 20_261_123})
  void acceptsRandomBytesOfAnyLength(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      check(RemoteIdDecoder.decode(bytes), bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {8, 20_261_124})
  void acceptsDamagedPacks(long seed) {
    Random random = new Random(seed);
    byte[] pack = RemoteIdEncoder.encodePack(2, Samples.ALL);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] damaged = Arrays.copyOf(pack, random.nextInt(pack.length + 40));
      for (int flips = random.nextInt(8); flips > 0 && damaged.length > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      check(RemoteIdDecoder.decode(damaged), damaged);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 20_261_125})
  void acceptsRandomStructures(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < ROUNDS / 4; i++) {
      byte[] struct = new byte[random.nextInt(918, 923)];
      if (random.nextBoolean()) {
        random.nextBytes(struct);
      } else {
        for (int j = 0; j < 200; j++) {
          struct[random.nextInt(struct.length)] = (byte) random.nextInt();
        }
      }
      check(UasDataStruct.decode(struct), struct);
    }
  }

  private static void check(Decoded decoded, byte[] bytes) {
    assertThat(decoded.payload().toArray()).isEqualTo(bytes);
    if (decoded instanceof Frame frame) {
      assertThat(frame.messages()).hasSizeLessThanOrEqualTo(22);
      frame.findAuthentication();
      assertThat(DroneId.canonical(frame.list(BasicId.class), ADDRESS)).isNotNull();
      for (Message message : frame.messages()) {
        reencode(message);
      }
    }
  }

  /** Encoding and decoding again says the same, but for what could not be said exactly. */
  private static void reencode(Message message) {
    if (message instanceof Unreadable) {
      return;
    }
    byte[] once = RemoteIdEncoder.encode(message);
    Frame again = Decoding.frame(once);
    assertThat(again.messages()).hasSize(1);
    assertThat(RemoteIdEncoder.encodePack(2, List.of(again.messages().getFirst()))).endsWith(once);
  }
}
