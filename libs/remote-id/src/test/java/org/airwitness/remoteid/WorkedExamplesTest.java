package org.airwitness.remoteid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Two payloads explained byte by byte. */
class WorkedExamplesTest {

  @Test
  void readsALocationOfVersion0() {
    byte[] payload =
        bytes(
            "f0", // message pack, version 0
            "19", // each message has 25 bytes
            "01", // one message
            "10", // Location, version 0
            "10", // status 1 ground; height above take-off; E/W 0; multiplier 0
            "54", // course 84 degrees
            "00", // ground speed 0
            "00", // vertical speed 0
            "9ff3211c", // latitude 0x1c21f39f = 471987103
            "e3203405", // longitude 0x053420e3 = 87302371
            "0000", // pressure altitude unknown
            "0000", // geodetic altitude unknown
            "d007", // height 0x07d0 = 2000 half metres above -1000 m = 0 m
            "00", // vertical and horizontal accuracy unknown
            "00", // pressure altitude and speed accuracy unknown
            "4b24", // 0x244b = 929.1 s after the hour
            "00", // time accuracy unknown
            "00"); // reserved

    Frame frame = Decoding.frame(payload);

    assertThat(frame.findings()).isEmpty();
    assertThat(frame.messages())
        .containsExactly(
            new Location(
                0,
                FlightStatus.GROUND,
                new LatLon(471_987_103, 87_302_371),
                new Location.Motion(84.0, 0.0, 0.0),
                new Location.Altitudes(null, null, 0.0, HeightReference.TAKEOFF),
                Location.Accuracies.UNKNOWN,
                9291));
  }

  @Test
  void readsAndWritesAPackOfVersion2() {
    byte[] payload =
        bytes(
            "f21903", // message pack, version 2, 25 bytes each, three messages
            // Basic ID
            "02", // Basic ID, version 2
            "12", // serial number, helicopter or multirotor
            "395a5a3944304142434431323334453546360000", // 9ZZ9D0ABCD1234E5F6, two NUL
            "000000", // reserved
            // Location
            "12", // Location, version 2
            "22", // status 2 airborne; height above take-off; E/W 1; multiplier 0
            "6b", // 107 + 180 = 287 degrees
            "31", // 49 x 0.25 = 12.25 m/s
            "fd", // -3 x 0.5 = -1.5 m/s
            "b822b623", // 599139000
            "d0a76806", // 107522000
            "0000", // pressure altitude unknown
            "f408", // 2292 x 0.5 - 1000 = 146 m
            "3908", // 2105 x 0.5 - 1000 = 52.5 m
            "4a", // vertical below 10 m, horizontal below 10 m
            "03", // pressure altitude unknown, speed below 1 m/s
            "1b63", // 25371 tenths = 42:17.1 after the hour
            "02", // 0.2 s
            "00", // reserved
            // System
            "42", // System, version 2
            "05", // classification 1 European Union; location type 1 live GNSS
            "488eb523", // 599101000
            "c0036806", // 107480000
            "0100", // one aircraft
            "00", // no radius
            "0000", // no ceiling
            "0000", // no floor
            "13", // category open, class C2
            "de08", // 2270 x 0.5 - 1000 = 135 m
            "c07c790d", // 226065600 s after 2019-01-01T00:00:00Z
            "00"); // reserved

    Frame frame = Decoding.frame(payload);

    assertThat(frame.findings()).isEmpty();
    assertThat(frame.messages())
        .containsExactly(Samples.BASIC_ID, Samples.LOCATION, Samples.SYSTEM);
    assertThat(Samples.SYSTEM.time()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    assertThat(RemoteIdEncoder.encodePack(2, frame.messages())).isEqualTo(payload);
  }

  private static byte[] bytes(String... hex) {
    return Bytes.ofHex(String.join("", hex)).toArray();
  }
}
