package org.airwitness.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.airwitness.standalone.demo.LocalPlane.Point;
import org.junit.jupiter.api.Test;

class FlightPathTest {

  private final FlightPath path =
      new FlightPath(
          List.of(new Point(0, 0), new Point(1_000, 0), new Point(1_000, 500), new Point(0, 500)));

  @Test
  void passesItsFirstWayPointAndComesBackToIt() {
    assertThat(path.at(0).distanceM(new Point(0, 0))).isLessThan(1);
    assertThat(path.at(path.lengthM()).distanceM(new Point(0, 0))).isLessThan(1);
    assertThat(path.at(path.lengthM() * 7 + 30).distanceM(path.at(30))).isLessThan(0.01);
  }

  @Test
  void movesAsFarAsTheWayIsLong() {
    for (double way = 0; way < path.lengthM(); way += 10) {
      assertThat(path.at(way).distanceM(path.at(way + 10))).isCloseTo(10, within(0.5));
    }
  }

  @Test
  void pointsWhereItGoes() {
    for (double way = 0; way < path.lengthM(); way += 25) {
      var from = path.at(way - 3);
      var to = path.at(way + 3);
      double course = Math.toRadians(path.courseDeg(way));
      assertThat(
              Math.sin(course) * (to.eastM() - from.eastM())
                  + Math.cos(course) * (to.northM() - from.northM()))
          .isGreaterThan(5);
      assertThat(path.courseDeg(way)).isBetween(0.0, 360.0);
    }
  }
}
