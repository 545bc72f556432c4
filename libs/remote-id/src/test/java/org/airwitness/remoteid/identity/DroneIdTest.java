package org.airwitness.remoteid.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.airwitness.remoteid.BasicId;
import org.airwitness.remoteid.Bytes;
import org.airwitness.remoteid.IdType;
import org.airwitness.remoteid.UaType;
import org.airwitness.remoteid.UasId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DroneIdTest {
  private static final DroneId ADDRESS = DroneId.address("wifi", "90:3A:E6:5B:C8:A8");

  @ParameterizedTest
  @CsvSource({
    // serial numbers that follow the standard
    "1588E040445AC004418,        SERIAL, serial:1588E040445AC004418",
    "1588e040445ac004418,        SERIAL, serial:1588E040445AC004418",
    "drone-1588E040445AC004418,  FEED,   serial:1588E040445AC004418",
    "RID-1588E040445AC004418,    FEED,   serial:1588E040445AC004418",
    "drone-RID-1588E040445AC004418, FEED, serial:1588E040445AC004418",
    "' 1588E040445AC004418 ',    SERIAL, serial:1588E040445AC004418",
    "1588E040445AC004418,        CAA,    serial:1588E040445AC004418",
    // those that do not
    "112624150A90E3AE1EC0,       SERIAL, unclassified:112624150A90E3AE1EC0",
    "some text,                  FEED,   unclassified:SOME TEXT",
    // no kind stated by the sender: never promoted to a serial number
    "MFG1A0123456789,            NONE,   unclassified:MFG1A0123456789",
    // registrations, UUIDs, sessions
    "ja.ju0001,                  CAA,    caa:JA.JU0001",
    "01234567-89AB-CDEF-0123-456789ABCDEF, UTM, utm:01234567-89ab-cdef-0123-456789abcdef",
    "no uuid at all but of thirty-six signs, UTM, unclassified:NO UUID AT ALL BUT OF THIRTY-SIX SIGNS",
    "01A2B3C4D5,                 SESSION, session:01a2b3c4d5",
    "01A2B3C4DX,                 SESSION, unclassified:01A2B3C4DX",
  })
  void namesAnAircraft(String text, IdSource source, String expected) {
    Identity identity = DroneId.canonical(text, source, ADDRESS);

    assertThat(identity.id().text()).isEqualTo(expected);
    assertThat(identity.aliases()).isEmpty();
    assertThat(identity.confidence()).isEqualTo(Identity.Confidence.NORMAL);
  }

  @ParameterizedTest
  @CsvSource({
    // 16 characters that begin with their length code, 14 characters, whole Remote ID serials
    "F6Q8D244C00CL2KF,     serial:1581F6Q8D244C00CL2KF",
    "0M6DF7700119BY,       serial:1581E0M6DF7700119BY",
    "1581E0M6DF7700119BY,  serial:1581E0M6DF7700119BY",
    "DJI-0M6DF7700119BY,   serial:1581E0M6DF7700119BY",
    // looks like a serial number of a maker ABCD by accident
    "ABCD9EFGHJKLMN,       serial:1581EABCD9EFGHJKLMN",
    // 16 characters that begin otherwise
    "06Q8D244C00CL2KF,     dji:06Q8D244C00CL2KF",
    // not of the alphabet, or too long
    "EPUGT0787GWS5II6,     unclassified:EPUGT0787GWS5II6",
    "A23456789012345678,   unclassified:A23456789012345678",
  })
  void joinsSerialNumbersOfDjiToThoseOfRemoteId(String text, String expected) {
    Identity identity = DroneId.canonical(text, IdSource.DJI, ADDRESS);

    assertThat(identity.id().text()).isEqualTo(expected);
    assertThat(identity.aliases()).isEmpty();
    assertThat(identity.confidence()).isEqualTo(Identity.Confidence.NORMAL);
  }

  @Test
  void guessesOtherLengthsOfDjiWithLowConfidence() {
    Identity identity = DroneId.canonical("0ABCDEFGHJ", IdSource.DJI, ADDRESS);

    assertThat(identity.id().text()).isEqualTo("serial:1581A0ABCDEFGHJ");
    assertThat(identity.confidence()).isEqualTo(Identity.Confidence.LOW);
  }

  @Test
  void keepsBothCandidatesWhereTwoArePossible() {
    Identity identity = DroneId.canonical("9ABCDEFGHJ", IdSource.DJI, ADDRESS);

    assertThat(identity.id().text()).isEqualTo("dji:9ABCDEFGHJ");
    assertThat(identity.aliases())
        .extracting(DroneId::text)
        .containsExactlyInAnyOrder("serial:1581A9ABCDEFGHJ", "serial:15819ABCDEFGHJ");
    assertThat(identity.confidence()).isEqualTo(Identity.Confidence.LOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "unknown",
        "drone-unknown",
        "drone-alert-1234567",
        "DJI-drone-alert",
        "MAC-aa:bb:cc:dd:ee:ff",
        "FEED-17",
        "0000000000",
        "RID-000000",
        "1581",
        "drone-1581",
        "\0001581F5FH123456789ABC",
        "with\u0007bell",
        "naïve name",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
      })
  void takesPlaceholdersForNoIdentity(String text) {
    for (IdSource source : IdSource.values()) {
      assertThat(DroneId.canonical(text, source, ADDRESS).id()).isEqualTo(ADDRESS);
    }
  }

  @Test
  void cutsATextAtItsFirstNul() {
    assertThat(DroneId.canonical("JA.JU0001\0rest", IdSource.CAA, ADDRESS).id().text())
        .isEqualTo("caa:JA.JU0001");
  }

  @Test
  void namesBinaryIdentifiers() {
    UUID uuid = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
    BasicId utm = new BasicId(2, IdType.UTM_UUID, UaType.OTHER, new UasId.Utm(uuid));
    Bytes bytes = Bytes.ofHex("0120010030000000051122334455667788000000");
    BasicId session =
        new BasicId(2, IdType.SPECIFIC_SESSION, UaType.OTHER, new UasId.Session(bytes));

    assertThat(DroneId.canonical(utm, ADDRESS).id().text()).isEqualTo("utm:" + uuid);
    assertThat(DroneId.canonical(session, ADDRESS).id().text())
        .isEqualTo("session:0120010030000000051122334455667788000000");
    assertThat(DroneId.canonical(new BasicId(2, null, null, null), ADDRESS).id())
        .isEqualTo(ADDRESS);
  }

  @Test
  void prefersTheSerialNumberAndKeepsTheRest() {
    BasicId registration =
        new BasicId(2, IdType.CAA_REGISTRATION, UaType.OTHER, new UasId.Text("JA.JU0001"));
    BasicId serial =
        new BasicId(2, IdType.SERIAL_NUMBER, UaType.OTHER, new UasId.Text("1588E040445AC004418"));

    Identity identity =
        DroneId.canonical(List.of(registration, serial, registration, serial), ADDRESS);

    assertThat(identity.id().text()).isEqualTo("serial:1588E040445AC004418");
    assertThat(identity.aliases()).extracting(DroneId::text).containsExactly("caa:JA.JU0001");
    assertThat(DroneId.canonical(List.of(), ADDRESS).id()).isEqualTo(ADDRESS);
  }

  @Test
  void normalisesAddresses() {
    assertThat(ADDRESS.text()).isEqualTo("addr:wifi:90:3a:e6:5b:c8:a8");
    assertThat(DroneId.address("WiFi", "90-3A-E6-5B-C8-A8")).isEqualTo(ADDRESS);
    assertThatIllegalArgumentException().isThrownBy(() -> DroneId.address("wifi", " "));
    assertThatIllegalArgumentException().isThrownBy(() -> DroneId.address("a:b", "00"));
  }

  @Test
  void knowsWhichIdentitiesOutliveAFlight() {
    assertThat(DroneId.Kind.SERIAL.isLasting()).isTrue();
    assertThat(DroneId.Kind.SESSION.isLasting()).isFalse();
    assertThat(DroneId.djiHash("AB12").kind().isLasting()).isFalse();
    assertThat(ADDRESS.kind().isLasting()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "serial", "serial:", "SERIAL:1588", "other:x", "caa:\u0007"})
  void parsesNothingElse(String text) {
    assertThat(DroneId.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 2063})
  void givesTheSameNameForItsOwnResult(long seed) {
    Random random = new Random(seed);
    List<IdSource> sources = List.of(IdSource.values());
    for (int i = 0; i < 20_000; i++) {
      IdSource source = sources.get(random.nextInt(sources.size()));
      String text = text(random);
      Identity identity = DroneId.canonical(text, source, ADDRESS);

      assertThat(DroneId.parse(identity.id().text())).contains(identity.id());
      if (!identity.id().equals(ADDRESS)) {
        assertThat(DroneId.canonical(identity.id().value(), source, ADDRESS).id())
            .as("%s from %s", text, source)
            .isEqualTo(identity.id());
      }
      assertThat(identity.aliases()).doesNotContain(identity.id());
    }
  }

  private static String text(Random random) {
    String[] prefixes = {"", "", "", "drone-", "RID-", "DJI-", "1581", "158", "F", "MAC-", " "};
    String characters = "0123456789ABCDEFabcdefXYZ- :.IO";
    StringBuilder text = new StringBuilder(prefixes[random.nextInt(prefixes.length)]);
    int length = random.nextInt(20);
    int spread = random.nextBoolean() ? 16 : characters.length();
    for (int i = 0; i < length; i++) {
      text.append(characters.charAt(random.nextInt(spread)));
    }
    return text.toString();
  }
}
