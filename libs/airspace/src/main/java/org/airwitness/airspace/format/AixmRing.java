package org.airwitness.airspace.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.airwitness.airspace.Circle;

/**
 * Reader of one boundary of a surface in AIXM: strings of points, arcs and parts of borders, one
 * behind the other.
 *
 * <p>The direction of published arcs is not reliable: the shorter way is taken, and where the ring
 * then crosses itself the first combination of ways that does not.
 */
final class AixmRing {
  private static final double SILENT_GAP_M = 160;
  private static final double MAX_GAP_M = 5_000;
  private static final int MAX_ARCS = 8;
  private static final double HALF_TURN_DEG = 180;
  private static final String UUID_URN = "urn:uuid:";

  private final Map<String, List<Point>> borders;
  private final Place zone;
  private final SourceProfile profile;
  private final List<Piece> pieces = new ArrayList<>();

  /** What a boundary is made of. */
  private sealed interface Piece {}

  private record Line(List<Point> points) implements Piece {}

  private record Bend(Point centre, double radiusM, double fromDeg, double toDeg) implements Piece {
    List<Point> points(boolean longWay) {
      double clockwiseDeg = ((toDeg - fromDeg) % 360 + 360) % 360;
      boolean clockwise = (clockwiseDeg <= HALF_TURN_DEG) != longWay;
      return Arc.between(centre, radiusM, fromDeg, toDeg, clockwise).points();
    }
  }

  private record Border(List<Point> points) implements Piece {}

  AixmRing(XmlAt boundary, Map<String, List<Point>> borders, Place zone, SourceProfile profile) {
    this.borders = borders;
    this.zone = zone;
    this.profile = profile;
    boundary.children("LinearRing").forEach(ring -> pieces.add(new Line(points(ring))));
    boundary.children("Ring").stream()
        .flatMap(ring -> ring.children("curveMember").stream())
        .forEach(this::addMember);
  }

  private void addMember(XmlAt member) {
    String reference = member.attribute("href");
    if (reference.isEmpty()) {
      member
          .find("Curve", "segments")
          .ifPresent(segments ->
              segments.children().forEach(s -> pieces.addAll(piece(s).stream().toList())));
      return;
    }
    List<Point> border = borders.get(reference.replace(UUID_URN, ""));
    if (border == null || border.isEmpty()) {
      zone.warn("AIXM_REF_UNRESOLVED", "refers to a border that is not in the message");
    } else {
      zone.info("AIXM_BORDER", "follows the part of a border between its neighbours");
      pieces.add(new Border(border));
    }
  }

  private Optional<Piece> piece(XmlAt segment) {
    return switch (segment.name()) {
      case "GeodesicString", "Geodesic" ->
          Optional.of(new Line(GeodesicEdges.asPublished(points(segment), profile)));
      case "LineStringSegment" -> Optional.of(new Line(points(segment)));
      case "ArcByCenterPoint" -> arc(segment);
      case "CircleByCenterPoint" -> circleOf(segment).map(circle -> new Line(round(circle)));
      default -> {
        zone.warn("GEOM_TYPE", segment.name() + " is not read; joined straight");
        yield Optional.empty();
      }
    };
  }

  private static List<Point> round(Circle circle) {
    Point centre = new Point(circle.lonDeg(), circle.latDeg());
    return new Arc(centre, 0, 360, circle.radiusM(), circle.radiusM()).points();
  }

  private Optional<Piece> arc(XmlAt segment) {
    OptionalDouble from = segment.number("startAngle");
    OptionalDouble to = segment.number("endAngle");
    Optional<Circle> circle = circleOf(segment);
    if (circle.isEmpty() || from.isEmpty() || to.isEmpty()) {
      zone.warn("GEOM_TYPE", "an arc without centre, radius or angles; joined straight");
      return Optional.empty();
    }
    return circle.map(c ->
        new Bend(
            new Point(c.lonDeg(), c.latDeg()), c.radiusM(), from.getAsDouble(), to.getAsDouble()));
  }

  /** The circle that is the only segment of a boundary. */
  static Optional<Circle> circle(XmlAt boundary) {
    List<XmlAt> segments =
        boundary.descendants("segments").stream().flatMap(s -> s.children().stream()).toList();
    return segments.size() == 1 && segments.getFirst().name().equals("CircleByCenterPoint")
        ? circleOf(segments.getFirst())
        : Optional.empty();
  }

  private static Optional<Circle> circleOf(XmlAt segment) {
    List<Point> centre = points(segment);
    OptionalDouble radius = segment.number("radius");
    if (centre.size() != 1 || radius.isEmpty() || radius.getAsDouble() <= 0) {
      return Optional.empty();
    }
    String uom = segment.find("radius").map(r -> r.attribute("uom")).orElse("");
    double metres =
        switch (uom) {
          case "m", "M" -> 1;
          case "KM", "km" -> 1000;
          case "[ft_i]", "FT", "ft" -> 0.3048;
          default -> 1852;
        };
    return Optional.of(
        new Circle(
            centre.getFirst().lonDeg(), centre.getFirst().latDeg(), radius.getAsDouble() * metres));
  }

  /** The points of the strings of a curve, with those of geodesic edges between. */
  static List<Point> lines(XmlAt curve, SourceProfile profile) {
    return curve.find("segments").map(XmlAt::children).orElse(List.of()).stream()
        .flatMap(segment -> GeodesicEdges.asPublished(points(segment), profile).stream())
        .toList();
  }

  /** Points of a segment, written as one list, one by one, or as features of their own. */
  private static List<Point> points(XmlAt segment) {
    boolean lonFirst = segment.inheritedAttribute("srsName").endsWith("CRS84");
    List<Double> numbers = new ArrayList<>();
    for (XmlAt list : segment.children()) {
      switch (list.name()) {
        case "posList", "pos" -> addNumbers(numbers, list.ownText());
        case "pointProperty" ->
            list.descendants("pos").forEach(pos -> addNumbers(numbers, pos.ownText()));
        default -> {}
      }
    }
    List<Point> points = new ArrayList<>();
    for (int i = 0; i + 1 < numbers.size(); i += 2) {
      double first = numbers.get(i);
      double second = numbers.get(i + 1);
      points.add(lonFirst ? new Point(first, second) : new Point(second, first));
    }
    return points.stream().allMatch(AixmRing::isOnEarth) ? points : List.of();
  }

  private static boolean isOnEarth(Point point) {
    return Math.abs(point.latDeg()) <= 90 && Math.abs(point.lonDeg()) <= 180;
  }

  private static void addNumbers(List<Double> numbers, String text) {
    for (String number : text.split("\\s+")) {
      try {
        numbers.add(Double.parseDouble(number));
      } catch (NumberFormatException e) {
        numbers.add(Double.NaN);
      }
    }
  }

  /** The closed ring, or nothing after reporting why there is none. */
  Optional<List<Point>> points() {
    List<Bend> bends = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Bend bend) {
        bends.add(bend);
      }
    }
    List<Point> ring = assembled(0);
    if (bends.isEmpty() || bends.size() > MAX_ARCS || !Rings.crossesItself(ring)) {
      return joined(ring);
    }
    for (int ways = 1; ways < 1 << bends.size(); ways++) {
      List<Point> other = assembled(ways);
      if (!Rings.crossesItself(other)) {
        zone.info("AIXM_ARC_FLIPPED", "an arc is taken the long way: the ring crosses itself else");
        return joined(other);
      }
    }
    return joined(ring);
  }

  /** The ring with its widest gap judged. */
  private Optional<List<Point>> joined(List<Point> ring) {
    double gapM = widestGapM();
    if (gapM > MAX_GAP_M) {
      zone.error("GEOM_OPEN", "the boundary has a gap of %.0f m".formatted(gapM));
      return Optional.empty();
    }
    if (gapM > SILENT_GAP_M) {
      zone.warn("GEOM_OPEN", "the boundary has a gap of %.0f m; joined".formatted(gapM));
    }
    return Optional.of(ring);
  }

  private double widestGapM() {
    double widest = 0;
    for (int i = 0; i < pieces.size(); i++) {
      List<Point> piece = points(i, 0);
      List<Point> next = points((i + 1) % pieces.size(), 0);
      if (!piece.isEmpty() && !next.isEmpty()) {
        widest = Math.max(widest, Arc.inverse(piece.getLast(), next.getFirst()).s12);
      }
    }
    return widest;
  }

  /**
   * The pieces one behind the other, closed, without a point twice in a row.
   *
   * @param ways bit n set: the arc number n goes the long way
   */
  private List<Point> assembled(int ways) {
    List<Point> ring = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      for (Point point : points(i, ways)) {
        if (ring.isEmpty() || !ring.getLast().equals(point)) {
          ring.add(point);
        }
      }
    }
    if (!ring.isEmpty() && !ring.getFirst().equals(ring.getLast())) {
      ring.add(ring.getFirst());
    }
    return ring;
  }

  private List<Point> points(int number, int ways) {
    return switch (pieces.get(number)) {
      case Line line -> line.points();
      case Bend bend -> bend.points((ways >> arcNumber(number) & 1) == 1);
      case Border border -> part(border.points(), number);
    };
  }

  private int arcNumber(int number) {
    return (int) pieces.subList(0, number).stream().filter(p -> p instanceof Bend).count();
  }

  /** The border between its vertices nearest to the neighbours, in the direction of the ring. */
  private List<Point> part(List<Point> border, int number) {
    Piece before = pieces.get((number + pieces.size() - 1) % pieces.size());
    Piece after = pieces.get((number + 1) % pieces.size());
    int from = before instanceof Line line ? nearest(border, line.points().getLast()) : 0;
    int to =
        after instanceof Line line ? nearest(border, line.points().getFirst()) : border.size() - 1;
    return from <= to ? border.subList(from, to + 1) : border.subList(to, from + 1).reversed();
  }

  private static int nearest(List<Point> border, Point to) {
    int nearest = 0;
    for (int i = 1; i < border.size(); i++) {
      if (Arc.inverse(border.get(i), to).s12 < Arc.inverse(border.get(nearest), to).s12) {
        nearest = i;
      }
    }
    return nearest;
  }
}
