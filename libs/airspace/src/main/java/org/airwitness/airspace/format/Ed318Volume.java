package org.airwitness.airspace.format;

import java.util.List;
import java.util.Locale;
import org.airwitness.airspace.Limit.Unit;
import org.airwitness.airspace.Shape;
import org.airwitness.airspace.Volume;

/** Reader of the geometry of an ED-318 zone: every leaf has a layer of its own. */
final class Ed318Volume {
  private final JsonAt commonLayer;
  private final SourceProfile profile;

  /**
   * Reader for one zone.
   *
   * @param commonLayer layer of leaves without one; may be absent
   */
  Ed318Volume(JsonAt commonLayer, SourceProfile profile) {
    this.commonLayer = commonLayer;
    this.profile = profile;
  }

  /** The volumes of all leaves; those that cannot be used are reported. */
  List<Volume> read(JsonAt geometry) {
    if (String.valueOf(geometry.member("type").text()).equals("GeometryCollection")) {
      JsonAt parts = geometry.member("geometries");
      if (parts.items().isEmpty()) {
        parts.error("GEOM_TYPE", "a GeometryCollection of nothing is not an area");
      }
      return parts.items().stream().flatMap(part -> read(part).stream()).toList();
    }
    return leaf(geometry);
  }

  private List<Volume> leaf(JsonAt leaf) {
    if (!leaf.node().isObject()) {
      leaf.error("GEOM_TYPE", "a geometry is an object, not " + leaf.excerpt());
      return List.of();
    }
    boolean ownLayer = leaf.member("layer").isPresent() || !commonLayer.isPresent();
    JsonAt layer = ownLayer ? leaf.member("layer") : commonLayer;
    if (ownLayer) {
      Ed318Fields.LEAF.check(leaf);
    }
    VerticalLimits limits =
        VerticalLimits.read(
            new VerticalLimits.Members(
                layer.member("lower"),
                layer.member("lowerReference"),
                layer.member("upper"),
                layer.member("upperReference")),
            unit(layer.member("uom")),
            leaf,
            profile);
    return shapes(leaf).stream()
        .map(shape -> new Volume(shape, limits.lower(), limits.upper()))
        .toList();
  }

  private static Unit unit(JsonAt member) {
    String word = member.text();
    if (word == null || word.equals("m")) {
      return Unit.M;
    }
    Unit unit = word.equalsIgnoreCase("ft") ? Unit.FT : Unit.M;
    if (!word.equalsIgnoreCase(unit.name())) {
      member.warn("ENUM_UNKNOWN", word + " is neither m nor ft: metres assumed");
    } else if (!word.equals("ft")) {
      member.info("ENUM_SPELLING", word + " read as " + unit.name().toLowerCase(Locale.ROOT));
    }
    return unit;
  }

  private List<? extends Shape> shapes(JsonAt leaf) {
    JsonAt coordinates = leaf.member("coordinates");
    JsonAt extent = leaf.member("extent");
    String type = String.valueOf(leaf.member("type").text());
    return switch (type) {
      case "Polygon" -> PolygonReader.read(coordinates, leaf, profile);
      case "MultiPolygon" ->
          coordinates.items().stream()
              .flatMap(part -> PolygonReader.read(part, leaf, profile).stream())
              .toList();
      case "Point" -> {
        if (extent.isPresent()) {
          yield CircleReader.read(coordinates, extent.member("radius"), 1).stream().toList();
        }
        leaf.error("GEOM_TYPE", "a point without extent is not an area");
        yield List.of();
      }
      default -> {
        leaf.error("GEOM_TYPE", type + " is not an area");
        yield List.of();
      }
    };
  }
}
