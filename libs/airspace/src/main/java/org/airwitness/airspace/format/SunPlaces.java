package org.airwitness.airspace.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.DailyPeriod;
import org.airwitness.airspace.DayTime;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Volume;

/**
 * Where the sun is asked for a zone of several volumes: at the middle of each. The zone applies as
 * long as it does at any of them.
 */
final class SunPlaces {
  /** Places nearer to each other than a cell of so many to a degree are one: 24 s of the sun. */
  private static final double CELLS_PER_DEG = 10;

  private SunPlaces() {}

  /** The periods, those that follow the sun once for each place. */
  static List<Applicability> of(List<Applicability> periods, List<Volume> volumes) {
    if (volumes.size() == 1 || periods.stream().noneMatch(SunPlaces::followsTheSun)) {
      return periods;
    }
    List<Position> places = places(volumes);
    return periods.stream()
        .flatMap(period ->
            followsTheSun(period)
                ? places.stream().map(place -> at(place, period))
                : Stream.of(period))
        .distinct()
        .toList();
  }

  private static List<Position> places(List<Volume> volumes) {
    Set<List<Long>> cells = new HashSet<>();
    List<Position> places = new ArrayList<>();
    for (Volume volume : volumes) {
      Position middle = Centres.centre(volume);
      if (cells.add(List.of(cell(middle.lonDeg()), cell(middle.latDeg())))) {
        places.add(middle);
      }
    }
    return places;
  }

  private static long cell(double degrees) {
    return Math.round(degrees * CELLS_PER_DEG);
  }

  private static boolean followsTheSun(Applicability period) {
    return period.schedule().stream()
        .anyMatch(daily ->
            daily.start() instanceof DayTime.BySun || daily.end() instanceof DayTime.BySun);
  }

  private static Applicability at(Position place, Applicability period) {
    List<DailyPeriod> schedule =
        period.schedule().stream()
            .map(daily ->
                new DailyPeriod(daily.days(), at(place, daily.start()), at(place, daily.end())))
            .toList();
    return new Applicability(period.permanent(), period.from(), period.to(), schedule);
  }

  private static DayTime at(Position place, DayTime time) {
    return switch (time) {
      case DayTime.Clock clock -> clock;
      case DayTime.BySun sun -> new DayTime.BySun(sun.event(), place, sun.after());
    };
  }
}
