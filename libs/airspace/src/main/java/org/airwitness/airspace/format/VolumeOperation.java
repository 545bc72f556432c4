package org.airwitness.airspace.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Shape;
import org.airwitness.airspace.Volume;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/**
 * Operation of an AIXM geometry component that makes volumes smaller: {@code SUBTR} or {@code
 * INTERS}.
 *
 * <p>In doubt the larger volume: a circle that is cut becomes a polygon around it, a circle that is
 * subtracted one inside it, and what cannot be computed is reported and stays as it was.
 */
enum VolumeOperation {
  /** The part of a volume outside all operands. */
  SUBTR {
    @Override
    List<Volume> on(Volume volume, List<Volume> operands, Place zone) {
      List<Volume> left = List.of(volume);
      for (Volume operand : operands) {
        left = left.stream().flatMap(part -> less(part, operand, zone).stream()).toList();
      }
      return left;
    }
  },
  /** The part of a volume inside any operand. */
  INTERS {
    @Override
    List<Volume> on(Volume volume, List<Volume> operands, Place zone) {
      List<Volume> common = new ArrayList<>();
      for (Volume operand : operands) {
        Optional<List<Polygon>> shapes =
            overlay(around(volume.shape()), around(operand.shape()), OverlayNG.INTERSECTION);
        if (shapes.isEmpty() || isInverted(volume)) {
          return kept(volume, zone, "its outline crosses itself or its limits are inverted");
        }
        Limit lower = narrower(volume.lower(), operand.lower(), 1, zone);
        Limit upper = narrower(volume.upper(), operand.upper(), -1, zone);
        if (lower.bounds()
            && upper.bounds()
            && lower.datum() == upper.datum()
            && lower.valueM() > upper.valueM()) {
          continue;
        }
        shapes.get().forEach(shape -> common.add(new Volume(shape, lower, upper)));
      }
      return common;
    }
  };

  /** What is left of a volume; nothing when that has no extent. */
  abstract List<Volume> on(Volume volume, List<Volume> operands, Place zone);

  List<Volume> kept(Volume volume, Place zone, String why) {
    zone.warn("AIXM_OPERATION", name() + " is not carried out, the larger area is kept: " + why);
    return List.of(volume);
  }

  List<Volume> less(Volume volume, Volume operand, Place zone) {
    if (operand.shape() instanceof Circle circle
        && circle.radiusM() <= CirclePolygon.MAX_EXCESS_M) {
      return kept(volume, zone, "the circle is too small");
    }
    List<Polygon> base = around(volume.shape());
    List<Polygon> cut = inside(operand.shape());
    Optional<List<Polygon>> common = overlay(base, cut, OverlayNG.INTERSECTION);
    if (common.isPresent() && common.get().isEmpty()) {
      return List.of(volume);
    }
    if (common.isEmpty() || isInverted(volume)) {
      return kept(volume, zone, "its outline crosses itself or its limits are inverted");
    }
    if (!covers(operand.lower(), volume.lower(), 1)
        || !covers(operand.upper(), volume.upper(), -1)) {
      return kept(volume, zone, "it goes over a part of the height only");
    }
    List<Polygon> left = base;
    for (Polygon part : cut) {
      left = overlay(left, List.of(part), OverlayNG.DIFFERENCE).orElse(left);
    }
    return left.stream()
        .<Volume>map(shape -> new Volume(shape, volume.lower(), volume.upper()))
        .toList();
  }

  /** Every part of the one with every part of the other; nothing when one cannot be computed. */
  static Optional<List<Polygon>> overlay(List<Polygon> some, List<Polygon> others, int operation) {
    List<Polygon> parts = new ArrayList<>();
    for (Polygon one : some) {
      for (Polygon other : others) {
        Optional<List<Polygon>> overlay = PlanarGeometry.overlay(one, other, operation);
        if (overlay.isEmpty()) {
          return Optional.empty();
        }
        parts.addAll(overlay.get());
      }
    }
    return Optional.of(parts);
  }

  static List<Polygon> around(Shape shape) {
    return switch (shape) {
      case Circle circle -> CirclePolygon.around(circle);
      case Polygon polygon -> List.of(polygon);
    };
  }

  private static List<Polygon> inside(Shape shape) {
    return shape instanceof Circle circle
        ? CirclePolygon.around(
            new Circle(
                circle.lonDeg(), circle.latDeg(), circle.radiusM() - CirclePolygon.MAX_EXCESS_M))
        : around(shape);
  }

  static boolean isInverted(Volume volume) {
    return new VerticalLimits(volume.lower(), volume.upper()).inverted();
  }

  /**
   * True when one limit lets everything through that the other does.
   *
   * @param side 1 for lower limits, -1 for upper ones
   */
  private static boolean covers(Limit wide, Limit narrow, int side) {
    return !wide.bounds()
        || (narrow.bounds()
            && wide.datum() == narrow.datum()
            && side * wide.valueM() <= side * narrow.valueM());
  }

  /** The limit that lets less through; the first when they count from different surfaces. */
  Limit narrower(Limit own, Limit other, int side, Place zone) {
    if (covers(other, own, side)) {
      return own;
    }
    if (!covers(own, other, side)) {
      zone.warn("AIXM_OPERATION", name() + " of limits of different datums: the first are kept");
      return own;
    }
    return other;
  }
}
