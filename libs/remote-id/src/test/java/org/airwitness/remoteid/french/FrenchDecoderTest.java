package org.airwitness.remoteid.french;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.airwitness.remoteid.Bytes;
import org.airwitness.remoteid.Finding;
import org.airwitness.remoteid.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrenchDecoderTest {
  /** The records of {@code vectors/french/all.txt}. */
  private static final byte[] ALL =
      Bytes.ofHex(
              "010101"
                  + "0312395a5a3944304142434431323334453546360404004a8d4d0504fffc7fb8"
                  + "06020089"
                  + "0702002a"
                  + "0804004a8d290904fffc7fe7"
                  + "0a010c"
                  + "0b02010f")
          .toArray();

  private static final Set<Integer> ENDS_OF_RECORDS = Set.of(3, 23, 29, 35, 39, 43, 49, 55, 58, 62);

  @Test
  void readsTheRecordsBeforeACut() {
    for (int length = 3; length <= ALL.length; length++) {
      FrenchIdentification found = found(Arrays.copyOf(ALL, length));

      assertThat(found.protocolVersion()).isEqualTo(1);
      assertThat(reasons(found).contains(Reason.FRENCH_TRUNCATED))
          .as("%s bytes", length)
          .isEqualTo(!ENDS_OF_RECORDS.contains(length));
      assertThat(found.position() != null).isEqualTo(length >= 35);
      assertThat(found.courseDeg() != null).isEqualTo(length == ALL.length);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void rejectsACutInTheFirstRecord(int length) {
    assertThat(FrenchDecoder.decode(Arrays.copyOf(ALL, length)))
        .isEqualTo(new FrenchRejected(Reason.FRENCH_NO_CONTENT, Bytes.copyOf(ALL, 0, length)));
  }

  @Test
  void rejectsNothing() {
    assertThat(FrenchDecoder.decode(new byte[0]))
        .isEqualTo(new FrenchRejected(Reason.EMPTY_PAYLOAD, Bytes.empty()));
  }

  @Test
  void keepsEveryUnknownTypeRaw() {
    for (int type = 0; type <= 255; type++) {
      byte[] records = {0x0A, 1, 7, (byte) type, 1, 9};
      FrenchIdentification found = found(records);
      boolean known = type >= 1 && type <= 11;
      assertThat(found.groundSpeedMps()).isEqualTo(7);
      assertThat(found.strangers())
          .isEqualTo(
              known
                  ? List.of()
                  : List.of(new FrenchIdentification.Stranger(type, Bytes.of((byte) 9))));
    }
  }

  @Test
  void acceptsEveryCourseUpTo360() {
    for (int course = 0; course <= 0xFFFF; course++) {
      FrenchIdentification found = found(new byte[] {0x0B, 2, (byte) (course >> 8), (byte) course});
      assertThat(found.courseDeg()).isEqualTo(course > 360 ? null : (Integer) (course % 360));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 20_261_127})
  void acceptsAnyBytes(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 40_000; i++) {
      byte[] bytes = random.nextBoolean() ? noise(random) : damaged(random);
      assertThat(FrenchDecoder.decode(bytes).payload().toArray()).isEqualTo(bytes);
    }
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(256)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] damaged(Random random) {
    byte[] bytes = Arrays.copyOf(ALL, random.nextInt(ALL.length + 10));
    for (int flips = random.nextInt(5); flips > 0 && bytes.length > 0; flips--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static FrenchIdentification found(byte[] records) {
    return (FrenchIdentification) FrenchDecoder.decode(records);
  }

  private static List<Reason> reasons(FrenchIdentification found) {
    return found.findings().stream().map(Finding::reason).toList();
  }
}
