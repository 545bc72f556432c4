package org.airwitness.benchmarks.zones;

import java.util.List;
import java.util.Random;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Ring;
import org.airwitness.airspace.Shape;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneKey;
import org.airwitness.airspace.geodesy.Wgs84;

/** Copies of zones in other places, turned and scaled; limits and times stay. */
final class Copies {
  private Copies() {}

  /** How a zone is moved: turned and scaled in the plane at one place, put down at another. */
  private record Move(Position from, Position to, double cosine, double sine) {
    double[] apply(double lonDeg, double latDeg) {
      double eastM = (lonDeg - from.lonDeg()) * Wgs84.metresPerLonDeg(from.latDeg());
      double northM = (latDeg - from.latDeg()) * Wgs84.metresPerLatDeg(from.latDeg());
      return new double[] {
        to.lonDeg() + (eastM * cosine - northM * sine) / Wgs84.metresPerLonDeg(to.latDeg()),
        to.latDeg() + (eastM * sine + northM * cosine) / Wgs84.metresPerLatDeg(to.latDeg())
      };
    }

    Shape apply(Shape shape) {
      return switch (shape) {
        case Circle circle -> {
          double[] centre = apply(circle.lonDeg(), circle.latDeg());
          yield new Circle(centre[0], centre[1], circle.radiusM() * Math.hypot(cosine, sine));
        }
        case Polygon polygon ->
            new Polygon(apply(polygon.shell()), polygon.holes().stream().map(this::apply).toList());
      };
    }

    private Ring apply(Ring ring) {
      double[] lonLat = new double[2 * ring.size()];
      for (int i = 0; i < ring.size(); i++) {
        System.arraycopy(apply(ring.lonDeg(i), ring.latDeg(i)), 0, lonLat, 2 * i, 2);
      }
      return Ring.ofDegrees(lonLat);
    }
  }

  static Zone copy(Zone zone, int number, Random random) {
    double angle = random.nextDouble(2 * Math.PI);
    double scale = random.nextDouble(0.67, 1.5);
    Position to = new Position(random.nextDouble(-9, 29), random.nextDouble(37, 68));
    Move move = new Move(middle(zone), to, scale * Math.cos(angle), scale * Math.sin(angle));
    List<Volume> volumes =
        zone.volumes().stream()
            .map(volume -> new Volume(move.apply(volume.shape()), volume.lower(), volume.upper()))
            .toList();
    ZoneKey key = new ZoneKey("copies", "", String.valueOf(number), 0);
    return new Zone(
        key.toUuid(),
        key,
        zone.name(),
        zone.restriction(),
        zone.reasons(),
        null,
        zone.applicability(),
        volumes,
        "");
  }

  /** Middle of the zone's first volume. */
  static Position middle(Zone zone) {
    return switch (zone.volumes().getFirst().shape()) {
      case Circle circle -> new Position(circle.lonDeg(), circle.latDeg());
      case Polygon polygon -> {
        double[] box = box(polygon.shell());
        yield new Position((box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
      }
    };
  }

  /** Largest extent of any volume. */
  static double extentM(Zone zone) {
    return zone.volumes().stream().mapToDouble(v -> extentM(v.shape())).max().orElseThrow();
  }

  private static double extentM(Shape shape) {
    return switch (shape) {
      case Circle circle -> 2 * circle.radiusM();
      case Polygon polygon -> {
        double[] box = box(polygon.shell());
        double widthM = (box[2] - box[0]) * Wgs84.metresPerLonDeg((box[1] + box[3]) / 2);
        double heightM = (box[3] - box[1]) * Wgs84.metresPerLatDeg((box[1] + box[3]) / 2);
        yield Math.max(widthM, heightM);
      }
    };
  }

  private static double[] box(Ring ring) {
    double[] box = {180, 90, -180, -90};
    for (int i = 0; i < ring.size(); i++) {
      box[0] = Math.min(box[0], ring.lonDeg(i));
      box[1] = Math.min(box[1], ring.latDeg(i));
      box[2] = Math.max(box[2], ring.lonDeg(i));
      box[3] = Math.max(box[3], ring.latDeg(i));
    }
    return box;
  }
}
