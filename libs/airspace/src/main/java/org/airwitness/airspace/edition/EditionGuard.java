package org.airwitness.airspace.edition;

import java.util.List;
import java.util.Optional;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import net.sf.geographiclib.PolygonResult;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Ring;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.Shape;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;

/**
 * Refuses an edition that differs from the one before so much that a mistake of the publisher is
 * likelier than a change of the airspace. Somebody who knows better may accept it all the same.
 *
 * @param shrinkLimit share of the zones that may vanish at once
 */
public record EditionGuard(double shrinkLimit) {
  private static final String CODE = "DOC_SHRINK";
  private static final double MAX_QUARANTINED = 0.05;
  private static final double MAX_AREA_CHANGE = 0.5;
  private static final double MAX_GROWTH_KM = 100;
  private static final double KM_PER_DEG = 111.2;

  /** Why the next edition is refused, or nothing. */
  public Optional<Issue> check(ZoneImport previous, ZoneImport next) {
    return tooManyRemoved(previous, next)
        .or(() -> tooManyQuarantined(previous, next))
        .or(() -> tooMuchAreaChanged(previous, next))
        .or(() -> grownTooFar(previous, next))
        .map(message -> new Issue("", CODE, Severity.FATAL, message));
  }

  private Optional<String> tooManyRemoved(ZoneImport previous, ZoneImport next) {
    int before = previous.zones().size();
    int removed = EditionDiff.between(previous.zones(), next.zones()).removed().size();
    return removed > shrinkLimit * before
        ? Optional.of(
            "%d of %d zones are gone; at most %.0f %% may vanish at once"
                .formatted(removed, before, 100 * shrinkLimit))
        : Optional.empty();
  }

  private static Optional<String> tooManyQuarantined(ZoneImport previous, ZoneImport next) {
    int quarantined = next.quarantined().size();
    int all = quarantined + next.zones().size();
    return quarantined > MAX_QUARANTINED * all && quarantined > previous.quarantined().size()
        ? Optional.of(quarantined + " of " + all + " zones cannot be used, more than before")
        : Optional.empty();
  }

  private static Optional<String> tooMuchAreaChanged(ZoneImport previous, ZoneImport next) {
    double before = areaM2(previous.zones());
    double after = areaM2(next.zones());
    return Math.abs(after - before) > MAX_AREA_CHANGE * before
        ? Optional.of(
            "the zones cover %.0f km² instead of %.0f km²".formatted(after / 1e6, before / 1e6))
        : Optional.empty();
  }

  private static double areaM2(List<Zone> zones) {
    return zones.stream()
        .flatMap(zone -> zone.volumes().stream())
        .map(Volume::shape)
        .mapToDouble(EditionGuard::areaM2)
        .sum();
  }

  private static double areaM2(Shape shape) {
    return switch (shape) {
      case Circle circle -> Math.PI * circle.radiusM() * circle.radiusM();
      case Polygon polygon ->
          areaM2(polygon.shell())
              - polygon.holes().stream().mapToDouble(EditionGuard::areaM2).sum();
    };
  }

  private static double areaM2(Ring ring) {
    PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
    for (int i = 1; i < ring.size(); i++) {
      area.AddPoint(ring.latDeg(i), ring.lonDeg(i));
    }
    PolygonResult result = area.Compute();
    return Math.abs(result.area);
  }

  private static Optional<String> grownTooFar(ZoneImport previous, ZoneImport next) {
    if (previous.zones().isEmpty()) {
      return Optional.empty();
    }
    double growthKm = Reach.of(next.zones()).beyondKm(Reach.of(previous.zones()));
    return growthKm > MAX_GROWTH_KM
        ? Optional.of("the zones reach %.0f km further than before".formatted(growthKm))
        : Optional.empty();
  }

  /** Box around corners and centres, in degrees. */
  private record Reach(double west, double south, double east, double north) {
    private static final Reach NOTHING = new Reach(180, 90, -180, -90);

    static Reach of(List<Zone> zones) {
      Reach reach = NOTHING;
      for (Zone zone : zones) {
        for (Volume volume : zone.volumes()) {
          reach = reach.with(volume.shape());
        }
      }
      return reach;
    }

    private Reach with(Shape shape) {
      return switch (shape) {
        case Circle circle -> with(circle.lonDeg(), circle.latDeg());
        case Polygon polygon -> {
          Reach reach = this;
          for (int i = 0; i < polygon.shell().size(); i++) {
            reach = reach.with(polygon.shell().lonDeg(i), polygon.shell().latDeg(i));
          }
          yield reach;
        }
      };
    }

    private Reach with(double lonDeg, double latDeg) {
      return new Reach(
          Math.min(west, lonDeg),
          Math.min(south, latDeg),
          Math.max(east, lonDeg),
          Math.max(north, latDeg));
    }

    double beyondKm(Reach other) {
      double kmPerLonDeg = KM_PER_DEG * Math.cos(Math.toRadians((other.south + other.north) / 2));
      double northSouth = Math.max(other.south - south, north - other.north) * KM_PER_DEG;
      return Math.max(northSouth, Math.max(other.west - west, east - other.east) * kmPerLonDeg);
    }
  }
}
