package org.airwitness.ingest.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {
  private static final GeoPoint OSLO = new GeoPoint(59.9, 10.75);

  @ParameterizedTest
  @CsvSource({
    "60.0, 10.75, 0", // north
    "59.9, 10.85, 8", // east: 89.96 degrees
    "59.8, 10.75, 18", // south
    "59.9, 10.65, 27", // west
    "60.0, 10.74, 35", // just west of north
  })
  void findsTheSectorOfADirection(double latDeg, double lonDeg, int sector) {
    assertThat(Reach.sector(OSLO, new GeoPoint(latDeg, lonDeg))).isEqualTo(sector);
  }

  @Test
  void looksAcrossTheAntimeridian() {
    GeoPoint west = new GeoPoint(0, 179.9);
    GeoPoint east = new GeoPoint(0, -179.9);

    assertThat(Reach.sector(west, east)).isEqualTo(9);
    assertThat(Reach.distanceM(west, east)).isCloseTo(22_239, within(10.0));
  }

  @Test
  void aTenthOfADegreeOfLatitudeIsElevenKilometres() {
    assertThat(Reach.distanceM(OSLO, new GeoPoint(60.0, 10.75))).isCloseTo(11_119.5, within(1.0));
  }

  @Test
  void theFartherOneStays() {
    Reach near = new Reach(1000, OSLO);
    Reach far = new Reach(2000, OSLO);

    assertThat(near.farther(far)).isEqualTo(far);
    assertThat(far.farther(near)).isEqualTo(far);
  }
}
