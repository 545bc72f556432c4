package org.airwitness.airspace.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Ring;
import org.airwitness.airspace.format.SourceProfile.Edges;
import org.airwitness.airspace.format.SourceProfile.Mask;

/**
 * Maker of polygons from published rings: a shell, then holes.
 *
 * <p>Inside is decided by the rings as published, even where they cross themselves; such a polygon
 * is reported and kept. One that crosses the antimeridian or encloses a pole becomes several.
 */
final class Polygons {
  /** Area beyond which a polygon is a mask over the planet and not a zone. */
  static final double MAX_AREA_KM2 = 20e6;

  static final String MASK = "GEOM_MASK";

  private static final long MAX_SPAN_E7 = 3_500_000_000L;

  private final IntFunction<Place> ringPlaces;
  private final Place polygon;
  private final Place volume;
  private final SourceProfile profile;

  private Polygons(
      IntFunction<Place> ringPlaces, Place polygon, Place volume, SourceProfile profile) {
    this.ringPlaces = ringPlaces;
    this.polygon = polygon;
    this.volume = volume;
    this.profile = profile;
  }

  /**
   * The parts of the polygon through these rings, none after reporting why it cannot be used.
   *
   * @param rings shell, then holes
   * @param ringPlaces place of a ring by its number
   * @param profile says what lies between two points, and what becomes of masks
   */
  static List<Polygon> of(
      List<List<Point>> rings,
      IntFunction<Place> ringPlaces,
      Place polygon,
      Place volume,
      SourceProfile profile) {
    boolean geodesic = profile.edges() == Edges.GEODESIC;
    List<UnwrappedRing> unwrapped = new ArrayList<>();
    for (int i = 0; i < rings.size(); i++) {
      Optional<UnwrappedRing> ring = Rings.of(rings.get(i), geodesic, ringPlaces.apply(i));
      if (ring.isEmpty()) {
        return List.of();
      }
      unwrapped.add(ring.get());
    }
    return new Polygons(ringPlaces, polygon, volume, profile).parts(unwrapped);
  }

  private List<Polygon> parts(List<UnwrappedRing> rings) {
    UnwrappedRing published = rings.getFirst();
    List<UnwrappedRing> holes = rings.subList(1, rings.size());
    if (holes.stream().anyMatch(UnwrappedRing::enclosesPole)) {
      volume.error("GEOM_POLE", "a hole around a pole is not supported");
      return List.of();
    }
    if (!published.enclosesPole()
        && isMask(published, !holes.isEmpty())
        && !acceptsMask(profile.mask())) {
      return List.of();
    }
    UnwrappedRing shell =
        (published.enclosesPole() ? published.closedOverPole() : published).fromFirstTurn();
    reportUnwrapping(published, shell);
    List<UnwrappedRing> aligned = holes.stream().map(hole -> hole.near(shell)).toList();
    PlanarGeometry.fault(shell, aligned)
        .ifPresent(fault -> polygon.warn("GEOM_INVALID", fault + "; used as published"));
    List<Polygon> parts = cut(shell, holesInside(shell, aligned));
    if (parts.isEmpty()) {
      polygon.error("GEOM_SHORT", "the polygon has no area");
    }
    return parts;
  }

  private boolean acceptsMask(Mask mask) {
    switch (mask) {
      case QUARANTINE -> volume.error(MASK, "covers most of the planet; such masks are not zones");
      case IGNORE -> volume.info(MASK, "covers most of the planet; left out");
      case ACCEPT -> volume.info(MASK, "covers most of the planet; used as published");
    }
    return mask == Mask.ACCEPT;
  }

  /**
   * True for "everything outside our country": round the earth, or very large with a hole. Flight
   * information regions are as large and have none.
   */
  private static boolean isMask(UnwrappedRing shell, boolean withHole) {
    return shell.maxLonE7() - shell.minLonE7() >= MAX_SPAN_E7
        || (withHole && shell.areaKm2() > MAX_AREA_KM2);
  }

  private List<UnwrappedRing> holesInside(UnwrappedRing shell, List<UnwrappedRing> holes) {
    List<UnwrappedRing> kept = new ArrayList<>();
    for (int i = 0; i < holes.size(); i++) {
      if (PlanarGeometry.outside(holes.get(i), shell)) {
        ringPlaces.apply(i + 1).warn("GEOM_HOLE_OUTSIDE", "hole outside its shell; ignored");
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

  private void reportUnwrapping(UnwrappedRing published, UnwrappedRing shell) {
    if (published.enclosesPole()) {
      volume.info("GEOM_POLE", "encloses a pole");
    } else if (!shell.withinOneTurn()) {
      volume.info("GEOM_SPLIT", "crosses the antimeridian; cut there");
    }
  }
}
