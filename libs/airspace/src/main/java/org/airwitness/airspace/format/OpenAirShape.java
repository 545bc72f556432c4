package org.airwitness.airspace.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Shape;
import org.jspecify.annotations.Nullable;

/** The horizontal extent of one OpenAir airspace while its commands are read. */
final class OpenAirShape {
  private static final Pattern VARIABLE = Pattern.compile("([A-Za-z])\\s*=\\s*(.*)");
  private static final double NAUTICAL_MILE_M = 1852;
  private static final double MAX_MISS_M = 50;
  private static final double MAX_MISS_SHARE = 0.01;

  private final Place begin;
  private final List<Point> outline = new ArrayList<>();
  private final List<Point> axis = new ArrayList<>();
  private final List<Shape> circles = new ArrayList<>();
  private @Nullable Point centre;
  private boolean clockwise = true;
  private double widthM;

  OpenAirShape(Place begin, @Nullable Point centre) {
    this.begin = begin;
    this.centre = centre;
  }

  @Nullable Point centre() {
    return centre;
  }

  /** Sets a variable; false for one that only matters for drawing. */
  boolean variable(String assignment, Place at) {
    Matcher matcher = VARIABLE.matcher(assignment.strip());
    if (!matcher.matches()) {
      at.info("OA_COMMAND", "V " + assignment + " sets nothing; kept as published");
      return true;
    }
    String value = matcher.group(2).strip();
    switch (matcher.group(1).toUpperCase(Locale.ROOT)) {
      case "X" -> centre = OpenAirText.point(value, at).orElse(null);
      case "D" -> clockwise = !value.startsWith("-");
      case "W" -> widthM = nauticalMiles(value, at).orElse(0);
      default -> {
        return false;
      }
    }
    return true;
  }

  void draw(String command, String argument, Place at) {
    switch (command) {
      case "DP" -> OpenAirText.point(argument, at).ifPresent(outline::add);
      case "DY" -> OpenAirText.point(argument, at).ifPresent(axis::add);
      case "DC" -> circle(argument, at);
      case "DA" -> arcOfBearings(argument, at);
      default -> arcOfPoints(argument, at);
    }
  }

  private void circle(String radius, Place at) {
    Point middle = knownCentre(at);
    OptionalDouble radiusM = nauticalMiles(radius, at);
    if (middle == null || radiusM.isEmpty()) {
      return;
    }
    if (radiusM.getAsDouble() > 0) {
      circles.add(new Circle(middle.lonDeg(), middle.latDeg(), radiusM.getAsDouble()));
    } else {
      at.error("GEOM_RADIUS", "a radius is above 0");
    }
  }

  private void arcOfBearings(String argument, Place at) {
    Point middle = knownCentre(at);
    String[] parts = argument.split(",", -1);
    OptionalDouble radiusM = nauticalMiles(parts[0], at);
    OptionalDouble from = number(parts.length == 3 ? parts[1] : "", at);
    OptionalDouble to = number(parts.length == 3 ? parts[2] : "", at);
    if (middle != null && radiusM.isPresent() && from.isPresent() && to.isPresent()) {
      outline.addAll(
          Arc.between(
                  middle, radiusM.getAsDouble(), from.getAsDouble(), to.getAsDouble(), clockwise)
              .points());
    }
  }

  private void arcOfPoints(String argument, Place at) {
    Point middle = knownCentre(at);
    String[] parts = argument.split(",", -1);
    Optional<Point> from = OpenAirText.point(parts[0], at);
    Optional<Point> to =
        parts.length == 2 ? OpenAirText.point(parts[1], at) : Optional.<Point>empty();
    if (middle == null || from.isEmpty() || to.isEmpty()) {
      from.ifPresent(outline::add);
      to.ifPresent(outline::add);
      return;
    }
    Arc arc = Arc.between(middle, from.get(), to.get(), clockwise);
    double missM = Math.abs(arc.startRadiusM() - arc.endRadiusM());
    if (missM > MAX_MISS_M && missM > MAX_MISS_SHARE * arc.startRadiusM()) {
      at.warn("OA_ARC_RADIUS", "the ends differ by %.0f m in radius".formatted(missM));
    }
    List<Point> points = arc.points();
    outline.add(from.get());
    outline.addAll(points.subList(1, points.size() - 1));
    outline.add(to.get());
  }

  private @Nullable Point knownCentre(Place at) {
    if (centre == null) {
      at.warn("OA_NO_CENTRE", "no centre (V X=) before; left out");
    }
    return centre;
  }

  private static OptionalDouble nauticalMiles(String text, Place at) {
    OptionalDouble value = number(text, at);
    return value.isEmpty() ? value : OptionalDouble.of(value.getAsDouble() * NAUTICAL_MILE_M);
  }

  private static OptionalDouble number(String text, Place at) {
    try {
      double value = Double.parseDouble(text.strip());
      if (Double.isFinite(value)) {
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException e) {
      // falls through: reported below
    }
    at.warn("OA_COMMAND", "a number is expected, not \"" + text.strip() + "\"; left out");
    return OptionalDouble.empty();
  }

  /** The areas drawn, none after reporting why there is none. */
  List<Shape> shapes(SourceProfile profile) {
    List<Shape> shapes = new ArrayList<>(circles);
    if (!outline.isEmpty() || (circles.isEmpty() && axis.isEmpty())) {
      shapes.addAll(Polygons.of(List.of(outline), _ -> begin, begin, begin, profile));
    }
    if (axis.size() > 1 && widthM > 0) {
      Airway.around(axis, widthM / 2)
          .forEach(
              leg -> shapes.addAll(Polygons.of(List.of(leg), _ -> begin, begin, begin, profile)));
    } else if (!axis.isEmpty()) {
      begin.error("GEOM_SHORT", "an airway needs a width (V W=) and at least two points (DY)");
    }
    return shapes;
  }
}
