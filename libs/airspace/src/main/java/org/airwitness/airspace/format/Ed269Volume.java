package org.airwitness.airspace.format;

import java.util.List;
import java.util.Locale;
import org.airwitness.airspace.Limit.Unit;
import org.airwitness.airspace.Shape;
import org.airwitness.airspace.Volume;

/** Reader of one volume of an ED-269 zone: limits and horizontal projection. */
final class Ed269Volume {
  private Ed269Volume() {}

  /** The volume, several when its polygon is cut, none after reporting why it cannot be used. */
  static List<Volume> read(JsonAt volume, SourceProfile profile) {
    if (!volume.node().isObject()) {
      volume.error("FIELD_SHAPE", "a volume is an object, not " + volume.excerpt());
      return List.of();
    }
    Unit unit = unit(volume.member("uomDimensions"));
    VerticalLimits limits =
        VerticalLimits.read(
            new VerticalLimits.Members(
                volume.member("lowerLimit"),
                volume.member("lowerVerticalReference"),
                volume.member("upperLimit"),
                volume.member("upperVerticalReference")),
            unit,
            volume,
            profile);
    return shapes(volume, unit, profile).stream()
        .map(shape -> new Volume(shape, limits.lower(), limits.upper()))
        .toList();
  }

  private static Unit unit(JsonAt member) {
    String word = member.text();
    if (word == null) {
      member.info("VERT_UNIT_ASSUMED", "no unit: metres assumed");
      return Unit.M;
    }
    Unit unit = word.equalsIgnoreCase("FT") ? Unit.FT : Unit.M;
    if (!word.equalsIgnoreCase(unit.name())) {
      member.warn("ENUM_UNKNOWN", word + " is neither M nor FT: metres assumed");
    } else if (!word.equals(unit.name())) {
      member.info("ENUM_SPELLING", word + " read as " + unit);
    }
    return unit;
  }

  private static List<? extends Shape> shapes(JsonAt volume, Unit unit, SourceProfile profile) {
    JsonAt projection = volume.member("horizontalProjection");
    String type = String.valueOf(projection.member("type").text());
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "CIRCLE" -> {
        JsonAt radius = projection.member("radius");
        if (unit == Unit.FT) {
          radius.warn("GEOM_RADIUS_UNIT", "the radius is in feet like the limits");
        }
        yield CircleReader.read(projection.member("center"), radius, unit.toMetres(1)).stream()
            .toList();
      }
      case "POLYGON" -> PolygonReader.read(projection.member("coordinates"), volume, profile);
      default -> {
        projection.error("GEOM_TYPE", type + " is neither Circle nor Polygon");
        yield List.of();
      }
    };
  }
}
