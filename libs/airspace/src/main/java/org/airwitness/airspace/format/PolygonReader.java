package org.airwitness.airspace.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Ring;

/**
 * Reader of polygon coordinates: a shell, then holes.
 *
 * <p>Inside is decided by the rings as published, even where they cross themselves; such a polygon
 * is reported and kept. One that crosses the antimeridian or encloses a pole becomes several.
 */
final class PolygonReader {
  /** Area beyond which a polygon is a mask over the planet and not a zone. */
  static final double MAX_AREA_KM2 = 20e6;

  private static final long MAX_SPAN_E7 = 3_500_000_000L;

  private PolygonReader() {}

  /** The parts of the polygon, none after reporting why it cannot be used. */
  static List<Polygon> read(JsonAt coordinates, JsonAt volume) {
    if (!coordinates.node().isArray() || coordinates.node().isEmpty()) {
      coordinates.error("GEOM_TYPE", "a polygon is a list of rings, not " + coordinates.excerpt());
      return List.of();
    }
    List<UnwrappedRing> rings = new ArrayList<>();
    for (JsonAt item : coordinates.items()) {
      Optional<UnwrappedRing> ring = RingReader.read(item);
      if (ring.isEmpty()) {
        return List.of();
      }
      rings.add(ring.get());
    }
    return parts(rings, coordinates, volume);
  }

  private static List<Polygon> parts(List<UnwrappedRing> rings, JsonAt coordinates, JsonAt volume) {
    UnwrappedRing published = rings.getFirst();
    List<UnwrappedRing> holes = rings.subList(1, rings.size());
    if (holes.stream().anyMatch(UnwrappedRing::enclosesPole)) {
      volume.error("GEOM_POLE", "a hole around a pole is not supported");
      return List.of();
    }
    if (!published.enclosesPole() && isMask(published)) {
      volume.error("GEOM_MASK", "covers most of the planet; such masks are not zones");
      return List.of();
    }
    UnwrappedRing shell =
        (published.enclosesPole() ? published.closedOverPole() : published).fromFirstTurn();
    reportUnwrapping(published, shell, volume);
    List<UnwrappedRing> aligned = holes.stream().map(hole -> hole.near(shell)).toList();
    PlanarGeometry.fault(shell, aligned)
        .ifPresent(fault -> coordinates.warn("GEOM_INVALID", fault + "; used as published"));
    List<Polygon> parts = cut(shell, holesInside(shell, aligned, coordinates));
    if (parts.isEmpty()) {
      coordinates.error("GEOM_SHORT", "the polygon has no area");
    }
    return parts;
  }

  private static boolean isMask(UnwrappedRing shell) {
    return shell.maxLonE7() - shell.minLonE7() >= MAX_SPAN_E7 || shell.areaKm2() > MAX_AREA_KM2;
  }

  private static List<UnwrappedRing> holesInside(
      UnwrappedRing shell, List<UnwrappedRing> holes, JsonAt coordinates) {
    List<UnwrappedRing> kept = new ArrayList<>();
    for (int i = 0; i < holes.size(); i++) {
      if (PlanarGeometry.outside(holes.get(i), shell)) {
        coordinates.element(i + 1).warn("GEOM_HOLE_OUTSIDE", "hole outside its shell; ignored");
      } else {
        kept.add(holes.get(i));
      }
    }
    return kept;
  }

  private static List<Polygon> cut(UnwrappedRing shell, List<UnwrappedRing> holes) {
    if (shell.withinOneTurn() && holes.stream().allMatch(UnwrappedRing::withinOneTurn)) {
      List<Ring> rings = holes.stream().map(UnwrappedRing::toRing).toList();
      return List.of(new Polygon(shell.toRing(), rings));
    }
    return PlanarGeometry.cutAtAntimeridian(shell, holes);
  }

  private static void reportUnwrapping(
      UnwrappedRing published, UnwrappedRing shell, JsonAt volume) {
    if (published.enclosesPole()) {
      volume.info("GEOM_POLE", "encloses a pole");
    } else if (!shell.withinOneTurn()) {
      volume.info("GEOM_SPLIT", "crosses the antimeridian; cut there");
    }
  }
}
