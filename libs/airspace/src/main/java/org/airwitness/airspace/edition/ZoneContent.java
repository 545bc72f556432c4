package org.airwitness.airspace.edition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneDetails;

/**
 * What a zone says, without its id and its published form: equal when two zones mean the same.
 *
 * <p>The order of members, volumes and reasons means nothing, nor does the unit of a limit.
 */
public final class ZoneContent {
  private static final double MILLIMETRES_PER_M = 1000;

  private final Map<String, Object> fields;

  private ZoneContent(Map<String, Object> fields) {
    this.fields = fields;
  }

  /** Limits as they are tested: in whole millimetres, and nothing where nothing bounds. */
  private record Bound(long millimetres, Limit.Datum datum, boolean bounds) {
    static Bound of(Limit limit) {
      boolean bounds = limit.bounds();
      long millimetres = bounds ? Math.round(limit.valueM() * MILLIMETRES_PER_M) : 0;
      return new Bound(millimetres, bounds ? limit.datum() : Limit.Datum.AGL, bounds);
    }
  }

  private record Bounds(Bound lower, Bound upper) {
    static Bounds of(Volume volume) {
      return new Bounds(Bound.of(volume.lower()), Bound.of(volume.upper()));
    }
  }

  /** The content of a zone. */
  public static ZoneContent of(Zone zone) {
    ZoneDetails details = zone.details();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", zone.name());
    fields.put("names", details.names());
    fields.put("restriction", zone.restriction());
    fields.put("variant", Objects.requireNonNullElse(details.variant(), ""));
    fields.put("reason", Set.copyOf(zone.reasons()));
    fields.put("otherReasonInfo", details.otherReasons());
    fields.put("message", details.messages());
    fields.put("restrictionConditions", details.conditions());
    fields.put("region", Objects.requireNonNullElse(details.region(), ""));
    fields.put(
        "regulationExemption", Objects.requireNonNullElse(details.regulationExemption(), ""));
    fields.put("uSpaceClass", details.uSpaceClasses());
    fields.put("activation", zone.activation());
    fields.put("applicability", applicability(zone.applicability()));
    fields.put("zoneAuthority", details.authorities());
    fields.put("geometry", counted(zone.volumes(), volume -> Outline.of(volume.shape())));
    fields.put("limits", counted(zone.volumes(), Bounds::of));
    fields.put(
        "volumes",
        counted(zone.volumes(), volume -> List.of(Outline.of(volume.shape()), Bounds.of(volume))));
    fields.put("extendedProperties", new TreeMap<>(details.extended()));
    return new ZoneContent(fields);
  }

  /** The periods; a permanent one without schedule is "always", as are none. */
  private static Set<Applicability> applicability(List<Applicability> periods) {
    boolean always =
        periods.stream().anyMatch(p -> p.permanent() && p.from() == null && p.schedule().isEmpty());
    return always && periods.stream().allMatch(p -> p.to() == null)
        ? Set.of()
        : Set.copyOf(periods);
  }

  private static <K> Map<K, Long> counted(List<Volume> volumes, Function<Volume, K> what) {
    return volumes.stream().collect(Collectors.groupingBy(what, Collectors.counting()));
  }

  /** Names of the fields in which the other zone differs, in a fixed order. */
  public List<String> differences(ZoneContent other) {
    List<String> names = new ArrayList<>();
    fields.forEach((name, value) -> {
      if (!value.equals(other.fields.get(name))) {
        names.add(name);
      }
    });
    if (names.contains("geometry") || names.contains("limits")) {
      names.remove("volumes");
    }
    if (names.contains("names")) {
      names.remove("name");
    }
    return names;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ZoneContent content && fields.equals(content.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
