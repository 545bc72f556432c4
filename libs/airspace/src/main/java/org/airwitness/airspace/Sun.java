package org.airwitness.airspace;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Times of sun events at a place.
 *
 * <p>Position of the sun by the equations of NOAA's Solar Calculator (after Meeus, Astronomical
 * Algorithms), good to a minute up to 70 degrees of latitude and between the years 1900 and 2100.
 */
final class Sun {
  private static final double J2000_EPOCH_S = 946_728_000;
  private static final double DAYS_PER_CENTURY = 36_525;
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double SECONDS_PER_DEG = 240;
  private static final Duration HALF_DAY = Duration.ofHours(12);
  private static final int MAX_ROUNDS = 8;

  private Sun() {}

  /** Declination of the sun and equation of time. */
  private record Position(double declinationRad, double equationS) {}

  /**
   * Time of the event on the mean solar day of the place that has this date.
   *
   * <p>Where the sun stays above the event's altitude, a rising event is the begin of that day and
   * a setting one its end; where it stays below, both are solar noon.
   */
  static Instant time(SunEvent event, LocalDate date, double lonDeg, double latDeg) {
    Instant meanNoon =
        plus(date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), -lonDeg * SECONDS_PER_DEG);
    Instant time = meanNoon;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Position sun = at(time);
      double cosHourAngle = cosHourAngle(event, latDeg, sun);
      if (cosHourAngle < -1) {
        return event.rising() ? meanNoon.minus(HALF_DAY) : meanNoon.plus(HALF_DAY);
      }
      Instant noon = plus(meanNoon, -sun.equationS());
      if (cosHourAngle > 1) {
        return noon;
      }
      double halfS = Math.toDegrees(Math.acos(cosHourAngle)) * SECONDS_PER_DEG;
      Instant next = plus(noon, event.rising() ? -halfS : halfS);
      if (Duration.between(time, next).abs().toMillis() < 1000) {
        return next;
      }
      time = next;
    }
    return time;
  }

  private static Instant plus(Instant time, double seconds) {
    return time.plusMillis(Math.round(seconds * 1000));
  }

  private static double cosHourAngle(SunEvent event, double latDeg, Position sun) {
    double lat = Math.toRadians(latDeg);
    double altitude = Math.toRadians(event.altitudeDeg());
    return (Math.sin(altitude) - Math.sin(lat) * Math.sin(sun.declinationRad()))
        / (Math.cos(lat) * Math.cos(sun.declinationRad()));
  }

  private static Position at(Instant time) {
    double t = (time.getEpochSecond() - J2000_EPOCH_S) / SECONDS_PER_DAY / DAYS_PER_CENTURY;
    double meanLon = Math.toRadians(280.46646 + t * (36000.76983 + 0.0003032 * t));
    double anomaly = Math.toRadians(357.52911 + t * (35999.05029 - 0.0001537 * t));
    double eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
    double node = Math.toRadians(125.04 - 1934.136 * t);
    double centre =
        (1.914602 - t * (0.004817 + 0.000014 * t)) * Math.sin(anomaly)
            + (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly)
            + 0.000289 * Math.sin(3 * anomaly);
    double apparentLon = meanLon + Math.toRadians(centre - 0.00569 - 0.00478 * Math.sin(node));
    double meanObliquity =
        23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - 0.001813 * t))) / 60) / 60;
    double obliquity = Math.toRadians(meanObliquity + 0.00256 * Math.cos(node));
    double declination = Math.asin(Math.sin(obliquity) * Math.sin(apparentLon));
    double y = Math.pow(Math.tan(obliquity / 2), 2);
    double equation =
        y * Math.sin(2 * meanLon)
            - 2 * eccentricity * Math.sin(anomaly)
            + 4 * eccentricity * y * Math.sin(anomaly) * Math.cos(2 * meanLon)
            - y * y / 2 * Math.sin(4 * meanLon)
            - 1.25 * eccentricity * eccentricity * Math.sin(2 * anomaly);
    return new Position(declination, Math.toDegrees(equation) * SECONDS_PER_DEG);
  }
}
