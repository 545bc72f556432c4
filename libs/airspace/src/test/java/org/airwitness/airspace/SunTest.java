package org.airwitness.airspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SunTest {
  private static final double TROMSO_LON = 18.96;
  private static final double TROMSO_LAT = 69.65;

  @Test
  void agreesWithAnIndependentAlmanac() {
    int compared = 0;
    for (String line : TestData.externalLines("golden/sun.csv").stream().skip(1).toList()) {
      String[] columns = line.split(",");
      double latDeg = Double.parseDouble(columns[1]);
      double lonDeg = Double.parseDouble(columns[2]);
      LocalDate date = LocalDate.parse(columns[3]);
      Duration tolerance = Math.abs(latDeg) <= 60 ? Duration.ofSeconds(90) : Duration.ofMinutes(5);
      for (SunEvent event : SunEvent.values()) {
        String expected = columns[4 + event.ordinal()];
        Instant time = Sun.time(event, date, lonDeg, latDeg);
        if (expected.equals("above")) {
          assertThat(Sun.time(SunEvent.SR, date, lonDeg, latDeg).plus(Duration.ofHours(24)))
              .as(line)
              .isEqualTo(Sun.time(SunEvent.SS, date, lonDeg, latDeg));
        } else if (!expected.equals("below")) {
          Duration off = Duration.between(Instant.parse(expected.replace("Z", ":00Z")), time).abs();
          assertThat(off).as("%s in %s: %s", event, line, time).isLessThanOrEqualTo(tolerance);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  /**
   * Refraction and the sun's disc make the day of an equinox some minutes longer than the night.
   */
  @ParameterizedTest
  @ValueSource(strings = {"2026-03-20", "2026-09-23"})
  void shinesLittleMoreThanHalfTheDayAtAnEquinox(LocalDate date) {
    Instant rise = Sun.time(SunEvent.SR, date, 0, 51.5);
    Instant set = Sun.time(SunEvent.SS, date, 0, 51.5);
    assertThat(Duration.between(rise, set))
        .isBetween(Duration.ofMinutes(12 * 60 + 5), Duration.ofMinutes(12 * 60 + 15));
  }

  @Test
  void fillsTheSolarDayInPolarDayAndNothingInPolarNight() {
    LocalDate summer = LocalDate.parse("2026-06-21");
    Instant rise = Sun.time(SunEvent.SR, summer, TROMSO_LON, TROMSO_LAT);
    Instant set = Sun.time(SunEvent.SS, summer, TROMSO_LON, TROMSO_LAT);
    assertThat(Duration.between(rise, set)).isEqualTo(Duration.ofHours(24));

    LocalDate winter = LocalDate.parse("2026-12-21");
    assertThat(Sun.time(SunEvent.SR, winter, TROMSO_LON, TROMSO_LAT))
        .isEqualTo(Sun.time(SunEvent.SS, winter, TROMSO_LON, TROMSO_LAT));
  }
}
