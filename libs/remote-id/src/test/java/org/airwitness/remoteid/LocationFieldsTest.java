package org.airwitness.remoteid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every value each byte of a Location can take. */
class LocationFieldsTest {
  private final byte[] payload = RemoteIdEncoder.encode(Samples.LOCATION);

  @Test
  void readsEveryCourse() {
    for (int raw = 0; raw <= 255; raw++) {
      assertCourse(raw, false, (double) raw, raw >= 180 ? Reason.DIRECTION_SEGMENT : null);
      Double west = raw < 180 ? Double.valueOf(raw + 180) : raw == 180 ? Double.valueOf(0) : null;
      assertCourse(raw, true, west, raw >= 182 ? Reason.DIRECTION_RANGE : null);
    }
  }

  private void assertCourse(int raw, boolean west, Double courseDeg, Reason reason) {
    payload[1] = (byte) (west ? 0x22 : 0x20);
    payload[2] = (byte) raw;
    assertThat(location().motion().courseDeg()).isEqualTo(courseDeg);
    assertReason(reason);
  }

  @Test
  void readsEveryGroundSpeed() {
    for (int raw = 0; raw <= 255; raw++) {
      payload[3] = (byte) raw;
      payload[1] = 0x20;
      assertThat(location().motion().groundSpeedMps()).isEqualTo(raw * 0.25);
      assertReason(null);
      payload[1] = 0x21;
      Double fast = raw == 255 ? null : (Double) (raw * 0.75 + 63.75);
      assertThat(location().motion().groundSpeedMps()).isEqualTo(fast);
      assertReason(null);
    }
  }

  @Test
  void readsEveryVerticalSpeed() {
    for (int raw = -128; raw <= 127; raw++) {
      payload[4] = (byte) raw;
      boolean legal = raw >= -124 && raw <= 124;
      Double speed = legal ? (Double) (raw * 0.5) : null;
      assertThat(location().motion().verticalSpeedMps()).isEqualTo(speed);
      assertReason(legal || raw == 126 ? null : Reason.VERTICAL_SPEED_RANGE);
    }
  }

  @Test
  void readsEveryAltitudeUnsigned() {
    for (int raw = 0; raw <= 0xFFFF; raw++) {
      LittleEndian.put16(payload, 13, raw);
      LittleEndian.put16(payload, 15, raw);
      LittleEndian.put16(payload, 17, raw);
      Double altitude = raw == 0 ? null : (Double) (raw * 0.5 - 1000);
      assertThat(location().altitudes())
          .isEqualTo(new Location.Altitudes(altitude, altitude, altitude, HeightReference.TAKEOFF));
    }
    assertReason(null);
  }

  @Test
  void readsEveryTime() {
    for (int raw = 0; raw <= 0xFFFF; raw++) {
      LittleEndian.put16(payload, 21, raw);
      Frame frame = Decoding.frame(payload);
      Integer tenths = raw <= 36_000 ? (Integer) raw : null;
      assertThat(frame.find(Location.class).orElseThrow().hourTenths()).isEqualTo(tenths);
      assertThat(frame.findings()).hasSize(raw > 36_000 && raw < 0xFFFF ? 1 : 0);
    }
  }

  @Test
  void readsEveryTimeAccuracyWhateverIsInTheReservedHalf() {
    for (int raw = 0; raw <= 255; raw++) {
      payload[23] = (byte) raw;
      Double accuracyS = (raw & 0xF) == 0 ? null : (Double) ((raw & 0xF) / 10.0);
      assertThat(location().accuracies().timeS()).isEqualTo(accuracyS);
      assertReason(null);
    }
  }

  @Test
  void takesOnlyThePairOfZerosForUnknown() {
    assertPosition(0, 0, null, null);
    assertPosition(0, 1, new LatLon(0, 1), null);
    assertPosition(-1, 0, new LatLon(-1, 0), null);
  }

  @Test
  void readsPositionsToTheLimits() {
    assertPosition(900_000_000, 1_800_000_000, new LatLon(900_000_000, 1_800_000_000), null);
    assertPosition(-900_000_000, -1_800_000_000, new LatLon(-900_000_000, -1_800_000_000), null);
  }

  @Test
  void rejectsPositionsBeyondTheLimits() {
    assertPosition(900_000_001, 0, null, Reason.LATITUDE_RANGE);
    assertPosition(-900_000_001, 0, null, Reason.LATITUDE_RANGE);
    assertPosition(Integer.MIN_VALUE, 0, null, Reason.LATITUDE_RANGE);
    assertPosition(0, 1_800_000_001, null, Reason.LONGITUDE_RANGE);
    assertPosition(0, Integer.MAX_VALUE, null, Reason.LONGITUDE_RANGE);
  }

  private void assertPosition(int latE7, int lonE7, LatLon position, Reason reason) {
    LittleEndian.put32(payload, 5, latE7);
    LittleEndian.put32(payload, 9, lonE7);
    assertThat(location().position()).isEqualTo(position);
    assertReason(reason);
  }

  @Test
  void readsTheHeightReference() {
    payload[1] = 0x24;
    assertThat(location().altitudes().heightReference()).isEqualTo(HeightReference.GROUND);
    payload[1] = 0x20;
    assertThat(location().altitudes().heightReference()).isEqualTo(HeightReference.TAKEOFF);
  }

  private Location location() {
    return Decoding.location(payload);
  }

  private void assertReason(Reason reason) {
    if (reason == null) {
      assertThat(Decoding.reasons(payload)).isEmpty();
    } else {
      assertThat(Decoding.reasons(payload)).containsExactly(reason);
    }
  }
}
