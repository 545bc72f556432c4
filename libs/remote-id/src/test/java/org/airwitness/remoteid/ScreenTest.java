package org.airwitness.remoteid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values as receiver feeds state them. */
class ScreenTest {
  private final List<Finding> findings = new ArrayList<>();
  private final Screen screen = new Screen(3, findings);

  @Test
  void passesLegalValues() {
    assertThat(screen.courseDeg(359.9)).isEqualTo(359.9);
    assertThat(screen.groundSpeedMps(254.25)).isEqualTo(254.25);
    assertThat(screen.verticalSpeedMps(-62)).isEqualTo(-62);
    assertThat(screen.altitudeM(Field.HEIGHT, -999.5)).isEqualTo(-999.5);
    assertThat(screen.positionDeg(-90.0, 180.0)).isEqualTo(new LatLon(-900_000_000, 1_800_000_000));
    assertThat(screen.hourTenthsOfSeconds(3600)).isEqualTo(36_000);
    assertThat(screen.timeAccuracyS(15)).isEqualTo(1.5);
    assertThat(screen.areaRadiusM(2550)).isEqualTo(2550);
    assertThat(screen.time(1)).isEqualTo(Instant.parse("2019-01-01T00:00:01Z"));
    assertThat(screen.text(Field.DESCRIPTION, "Survey ", 23)).isEqualTo("Survey");
    assertThat(findings).isEmpty();
  }

  @Test
  void takesSentinelsForUnknownWithoutAFinding() {
    assertThat(screen.courseDeg(361)).isNull();
    assertThat(screen.groundSpeedMps(255.004)).isNull();
    assertThat(screen.verticalSpeedMps(63)).isNull();
    assertThat(screen.altitudeM(Field.HEIGHT, -1000)).isNull();
    assertThat(screen.positionDeg(0.0, 0.0)).isNull();
    assertThat(screen.positionDeg(1e-9, -1e-9)).isNull();
    assertThat(screen.hourTenths(0xFFFF)).isNull();
    assertThat(screen.hourTenthsOfSeconds(65_535)).isNull();
    assertThat(screen.timeAccuracyS(0)).isNull();
    assertThat(screen.areaRadiusM(0)).isNull();
    assertThat(screen.time(0)).isNull();
    assertThat(screen.text(Field.DESCRIPTION, "\0rest", 23)).isNull();
    assertThat(findings).isEmpty();
  }

  @Test
  void findsGroundSpeedsOutsideTheRange() {
    assertThat(screen.groundSpeedMps(254.5)).isNull();
    assertThat(screen.groundSpeedMps(-0.25)).isNull();
    assertThat(findings)
        .containsExactly(
            new Finding(Reason.GROUND_SPEED_RANGE, 3, Field.GROUND_SPEED, "254.5"),
            new Finding(Reason.GROUND_SPEED_RANGE, 3, Field.GROUND_SPEED, "-0.25"));
  }

  @Test
  void findsAltitudesOutsideTheRange() {
    assertThat(screen.altitudeM(Field.GEODETIC_ALTITUDE, 31_768)).isNull();
    assertThat(findings)
        .containsExactly(new Finding(Reason.ALTITUDE_RANGE, 3, Field.GEODETIC_ALTITUDE, "31768"));
  }

  @Test
  void findsPositionsOffTheGlobe() {
    assertThat(screen.positionDeg(90.1, -180.5)).isNull();
    assertThat(screen.operatorPositionDeg(Double.POSITIVE_INFINITY, 0)).isNull();
    assertThat(findings)
        .extracting(Finding::field)
        .containsExactly(Field.LATITUDE, Field.LONGITUDE, Field.OPERATOR_LATITUDE);
  }

  @Test
  void findsWhatIsNoNumber() {
    assertThat(screen.courseDeg(Double.NaN)).isNull();
    assertThat(screen.groundSpeedMps(Double.NaN)).isNull();
    assertThat(screen.verticalSpeedMps(Double.NEGATIVE_INFINITY)).isNull();
    assertThat(screen.altitudeM(Field.HEIGHT, Double.NaN)).isNull();
    assertThat(screen.positionDeg(Double.NaN, 1.0)).isNull();
    assertThat(screen.hourTenthsOfSeconds(Double.NaN)).isNull();
    assertThat(findings).hasSize(6).extracting(Finding::raw).contains("NaN", "-Infinity");
  }

  @Test
  void findsTimesOutsideTheRange() {
    assertThat(screen.hourTenths(-1)).isNull();
    assertThat(screen.time(-1)).isNull();
    assertThat(screen.time(Long.MAX_VALUE)).isNull();
    assertThat(findings)
        .extracting(Finding::reason)
        .containsExactly(Reason.TIME_RANGE, Reason.TIME_RANGE, Reason.TIME_RANGE);
  }

  @Test
  void findsOtherValuesOutsideTheirRange() {
    assertThat(screen.areaRadiusM(2551)).isNull();
    assertThat(screen.timeAccuracyS(16)).isNull();
    assertThat(screen.text(Field.OPERATOR_ID, "x".repeat(21), 20)).isNull();
    assertThat(screen.text(Field.OPERATOR_ID, "Å", 20)).isNull();
    assertThat(findings)
        .extracting(Finding::reason)
        .containsExactly(
            Reason.AREA_RADIUS_RANGE,
            Reason.RESERVED_ENUM,
            Reason.TEXT_TOO_LONG,
            Reason.TEXT_NOT_PRINTABLE);
  }
}
