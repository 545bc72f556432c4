package org.airwitness.remoteid.french;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.airwitness.remoteid.Bytes;
import org.airwitness.remoteid.LatLon;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrenchEncoderTest {
  private static final int ROUNDS = 20_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 20_191_227})
  void readsBackWhateverItWrote(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < ROUNDS; i++) {
      FrenchIdentification sent = random(random);
      byte[] bytes = FrenchEncoder.encode(sent);

      assertThat(FrenchDecoder.decode(bytes))
          .usingRecursiveComparison()
          .ignoringFields("payload", "findings")
          .isEqualTo(sent);
    }
  }

  @Test
  void writesTheRecordsItWasReadFrom() {
    Bytes records =
        Bytes.ofHex(
            "010101"
                + "0312395a5a3944304142434431323334453546360404004a8d4d0504fffc7fb8"
                + "06020089"
                + "0702002a"
                + "0804004a8d290904fffc7fe7"
                + "0a010c"
                + "0b02010f");
    FrenchIdentification read = (FrenchIdentification) FrenchDecoder.decode(records.toArray());

    assertThat(Bytes.of(FrenchEncoder.encode(read))).isEqualTo(records);
  }

  @Test
  void padsATextTooShortForItsRecord() {
    FrenchIdentification read =
        (FrenchIdentification) FrenchDecoder.decode(FrenchEncoder.encode(named("AB", 1)));

    assertThat(read.serial()).isEqualTo("AB");
    assertThat(read.findings()).isEmpty();
  }

  @Test
  void refusesWhatARecordCannotCarry() {
    assertThatThrownBy(() -> FrenchEncoder.encode(named("twenty-one characters", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("SERIAL must be 1 to 20 printable ASCII characters, or absent");
    assertThatThrownBy(() -> FrenchEncoder.encode(named("1581E0M6DF77", 256)))
        .hasMessage("GROUND_SPEED must be 0 to 255, was 256");
  }

  private static FrenchIdentification named(String serial, int speedMps) {
    return new FrenchIdentification(
        1,
        null,
        serial,
        null,
        null,
        null,
        null,
        speedMps,
        null,
        List.of(),
        List.of(),
        Bytes.empty());
  }

  private static FrenchIdentification random(Random random) {
    return new FrenchIdentification(
        orAbsent(random, () -> 1),
        orAbsent(random, () -> "AIRONE" + "%024d".formatted(random.nextInt(1_000_000))),
        orAbsent(random, () -> "1581E" + random.nextInt(10, 1_000_000)),
        orAbsent(random, () -> position(random)),
        orAbsent(random, () -> random.nextInt(-32_768, 32_768)),
        orAbsent(random, () -> random.nextInt(-32_768, 32_768)),
        orAbsent(random, () -> position(random)),
        orAbsent(random, () -> random.nextInt(256)),
        random.nextInt(360), // always there: no record at all would be no identification
        random.nextBoolean()
            ? List.of()
            : List.of(
                new FrenchIdentification.Stranger(random.nextInt(12, 256), Bytes.ofHex("0abc"))),
        List.of(),
        Bytes.empty());
  }

  private static LatLon position(Random random) {
    return new LatLon(
        100 * random.nextInt(-9_000_000, 9_000_001), 100 * random.nextInt(1, 18_000_001));
  }

  private static <T> @Nullable T orAbsent(Random random, Supplier<T> value) {
    return random.nextInt(4) == 0 ? null : value.get();
  }
}
