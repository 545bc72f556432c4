package org.airwitness.airspace.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.Limit.Unit;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.Shape;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.format.VerticalLimits.LimitOf;

/** Reader of the geometry components of one AIXM airspace. */
final class AixmGeometry {
  private static final String UUID_URN = "urn:uuid:";

  /** References that the geometry of one zone may follow, each as often as it is made. */
  private static final int MAX_REFERENCES = 1_000;

  private final Map<String, XmlAt> airspaces;
  private final Map<String, List<Point>> borders;
  private final Place zone;
  private final SourceProfile profile;
  private final References references;

  /**
   * The airspaces from which the zone borrows; those on the way, so that none borrows of itself.
   */
  private static final class References {
    private final Set<String> onTheWay = new HashSet<>();
    private int followed;

    /** False when the airspace is on the way already, or too many references have been followed. */
    boolean enter(String uuid) {
      followed++;
      return followed <= MAX_REFERENCES && onTheWay.add(uuid);
    }

    void leave(String uuid) {
      onTheWay.remove(uuid);
    }
  }

  AixmGeometry(
      Map<String, XmlAt> airspaces,
      Map<String, List<Point>> borders,
      Place zone,
      SourceProfile profile) {
    this(airspaces, borders, zone, profile, new References());
  }

  private AixmGeometry(
      Map<String, XmlAt> airspaces,
      Map<String, List<Point>> borders,
      Place zone,
      SourceProfile profile,
      References references) {
    this.airspaces = airspaces;
    this.borders = borders;
    this.zone = zone;
    this.profile = profile;
    this.references = references;
  }

  /** The volumes of a slice in the order of its operations; what cannot be used is reported. */
  List<Volume> volumes(XmlAt slice) {
    List<XmlAt> components =
        slice.children("geometryComponent").stream()
            .flatMap(holder -> holder.children("AirspaceGeometryComponent").stream())
            .sorted(Comparator.comparingDouble(c -> c.number("operationSequence").orElse(0)))
            .toList();
    List<Volume> volumes = new ArrayList<>();
    for (XmlAt component : components) {
      String operation = Objects.requireNonNullElse(component.text("operation"), "BASE");
      Optional<XmlAt> volume = component.find("theAirspaceVolume", "AirspaceVolume");
      if (operation.equals("BASE") || operation.equals("UNION")) {
        volume.ifPresent(found -> volumes.addAll(volume(found)));
      } else {
        volume.ifPresent(found -> reduce(volumes, operation, found));
      }
    }
    return volumes;
  }

  /** Carries out an operation that makes the volumes smaller, when its operand is certain. */
  private void reduce(List<Volume> volumes, String name, XmlAt volume) {
    Optional<VolumeOperation> operation = ZoneText.find(VolumeOperation.class, name);
    Issues doubts = new Issues();
    List<Volume> operands =
        new AixmGeometry(airspaces, borders, new Place(zone.path(), doubts), profile, references)
            .volume(volume);
    boolean certain = doubts.list().stream().allMatch(i -> i.severity() == Severity.INFO);
    for (Issue doubt : doubts.list()) {
      Severity severity = doubt.severity() == Severity.INFO ? Severity.INFO : Severity.WARN;
      zone.issues().add(zone.path(), doubt.code(), severity, name + ": " + doubt.message());
    }
    if (operation.isEmpty() || operands.isEmpty() || !certain) {
      zone.warn("AIXM_OPERATION", name + " is not carried out: the larger area is kept");
      return;
    }
    List<Volume> left =
        volumes.stream().flatMap(v -> operation.get().on(v, operands, zone).stream()).toList();
    if (left.isEmpty() && !volumes.isEmpty()) {
      zone.error("AIXM_OPERATION", name + " leaves nothing");
    }
    volumes.clear();
    volumes.addAll(left);
  }

  /** UUID of the airspace whose geometry this volume borrows. */
  private static Optional<String> contributor(XmlAt volume) {
    return volume
        .find("contributorAirspace", "AirspaceVolumeDependency", "theAirspace")
        .map(reference -> reference.attribute("href").replace(UUID_URN, ""));
  }

  private List<Volume> volume(XmlAt volume) {
    Limit lower = limit(volume, "lowerLimit", Limit::lower);
    Limit upper = limit(volume, "upperLimit", profile::upper);
    Optional<String> contributor = contributor(volume);
    if (contributor.isPresent()) {
      return borrowed(contributor.get(), lower, upper);
    }
    new VerticalLimits(lower, upper).report(zone);
    String lowerDatum = volume.text("lowerLimitReference");
    String upperDatum = volume.text("upperLimitReference");
    if (lowerDatum != null && upperDatum != null && !lowerDatum.equals(upperDatum)) {
      zone.info("VERT_MIXED", "lower limit in " + lowerDatum + ", upper limit in " + upperDatum);
    }
    return shapes(volume).stream().map(shape -> new Volume(shape, lower, upper)).toList();
  }

  private List<Volume> borrowed(String uuid, Limit lower, Limit upper) {
    XmlAt airspace = airspaces.get(uuid);
    if (airspace == null) {
      zone.warn("AIXM_REF_UNRESOLVED", "refers to an airspace that is not in the message: " + uuid);
      return List.of();
    }
    if (!references.enter(uuid)) {
      zone.warn("AIXM_REF_UNRESOLVED", "refers to itself, or too often, by way of " + uuid);
      return List.of();
    }
    List<Volume> borrowed =
        airspace.find("timeSlice", "AirspaceTimeSlice").map(this::volumes).orElse(List.of());
    references.leave(uuid);
    return borrowed.stream()
        .map(v -> new Volume(v.shape(), stated(lower, v.lower()), stated(upper, v.upper())))
        .toList();
  }

  private static Limit stated(Limit own, Limit borrowed) {
    return own.kind() == Limit.Kind.NOT_STATED ? borrowed : own;
  }

  private Limit limit(XmlAt volume, String element, LimitOf kind) {
    String text = Objects.requireNonNullElse(volume.text(element), "").toUpperCase(Locale.ROOT);
    return switch (text) {
      case "" -> Limit.notStated();
      case "GND", "FLOOR" -> new Limit(Limit.Kind.GROUND, 0, Unit.FT, Datum.AGL);
      case "UNL", "CEILING" -> Limit.unlimited();
      default -> number(volume, element, kind);
    };
  }

  private Limit number(XmlAt volume, String element, LimitOf kind) {
    OptionalDouble value = volume.number(element);
    if (value.isEmpty()) {
      zone.warn("VERT_TEXT_UNPARSED", volume.text(element) + " is not a number: no limit");
      return Limit.notStated();
    }
    String uom = volume.find(element).map(limit -> limit.attribute("uom")).orElse("");
    Unit unit =
        switch (uom) {
          case "M" -> Unit.M;
          case "FL" -> Unit.FL;
          case "FT" -> Unit.FT;
          default -> {
            zone.info("VERT_UNIT_ASSUMED", "no known unit of " + element + ": FT assumed");
            yield Unit.FT;
          }
        };
    return kind.limit(value.getAsDouble(), unit, datum(volume, element, unit));
  }

  private Datum datum(XmlAt volume, String element, Unit unit) {
    String reference = Objects.requireNonNullElse(volume.text(element + "Reference"), "");
    if (unit == Unit.FL) {
      return Datum.STD;
    }
    return switch (reference) {
      case "SFC" -> Datum.AGL;
      case "MSL" -> Datum.AMSL;
      case "W84" -> Datum.WGS84;
      case "STD" -> Datum.STD;
      default -> {
        zone.info("VERT_DATUM_ASSUMED", "no known reference of " + element + ": AMSL assumed");
        yield Datum.AMSL;
      }
    };
  }

  private List<Shape> shapes(XmlAt volume) {
    List<XmlAt> surfaces =
        volume.find("horizontalProjection").map(p -> p.children("Surface")).orElse(List.of());
    List<Shape> shapes = new ArrayList<>();
    for (XmlAt surface : surfaces) {
      if (isReadable(surface)) {
        surface.descendants("PolygonPatch").forEach(patch -> shapes.addAll(patch(patch)));
      }
    }
    return shapes;
  }

  private boolean isReadable(XmlAt surface) {
    String crs = surface.attribute("srsName");
    boolean readable = crs.isEmpty() || crs.endsWith("4326") || crs.endsWith("CRS84");
    if (!readable) {
      zone.error("GEOM_TYPE", "coordinates must be WGS 84 (EPSG 4326 or CRS84), not " + crs);
    }
    return readable;
  }

  private List<? extends Shape> patch(XmlAt patch) {
    List<XmlAt> exterior = patch.children("exterior");
    List<XmlAt> interiors = patch.children("interior");
    if (exterior.isEmpty()) {
      zone.error("GEOM_TYPE", "a patch has an exterior");
      return List.of();
    }
    Optional<Circle> circle =
        interiors.isEmpty() ? AixmRing.circle(exterior.getFirst()) : Optional.empty();
    if (circle.isPresent()) {
      return circle.stream().toList();
    }
    List<List<Point>> rings = new ArrayList<>();
    for (XmlAt boundary : Stream.concat(exterior.stream(), interiors.stream()).toList()) {
      Optional<List<Point>> ring = new AixmRing(boundary, borders, zone, profile).points();
      if (ring.isEmpty()) {
        return List.of();
      }
      rings.add(ring.get());
    }
    return Polygons.of(rings, _ -> zone, zone, zone, profile);
  }
}
