package org.airwitness.airspace.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.airwitness.airspace.Activation;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.QuarantinedZone;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.ZoneKey;

/** One document while it is read: its source, and what has been found so far. */
final class ZoneReading {
  private static final double AXES_SHARE = 0.9;

  private final SourceProfile profile;
  private final Instant now;
  private final Issues issues = new Issues();
  private final ZoneNames names;
  private final List<Zone> zones = new ArrayList<>();
  private final List<QuarantinedZone> quarantined = new ArrayList<>();

  ZoneReading(SourceProfile profile, Instant now) {
    this.profile = profile;
    this.now = now;
    names = new ZoneNames(profile.id(), issues);
  }

  SourceProfile profile() {
    return profile;
  }

  Issues issues() {
    return issues;
  }

  ZoneNames names() {
    return names;
  }

  /** Keeps a zone that can be used. */
  void add(String path, Zone zone) {
    List<Applicability> periods = SunPlaces.of(zone.applicability(), zone.volumes());
    zones.add(zone.withApplicability(periods));
    if (!periods.isEmpty() && periods.stream().allMatch(period -> period.endedAt(now))) {
      issues.add(path, "TIME_PAST", Severity.INFO, "every period of the zone is over");
    }
  }

  /** What decides when a zone applies that is left to a NOTAM. */
  Activation byNotam() {
    return switch (profile.notamActivation()) {
      case IGNORE -> Activation.NEVER;
      case INFORM -> Activation.BY_NOTAM;
      case ALERT -> Activation.BY_DATA;
    };
  }

  /** Keeps a zone out, for the errors found since a position among the issues. */
  void quarantine(String path, ZoneKey key, String name, int since, String raw) {
    List<Issue> reasons = issues.errorsFrom(since);
    if (reasons.isEmpty()) {
      reasons = issues.ofCodeFrom(since, Polygons.MASK);
    }
    if (reasons.isEmpty()) {
      issues.add(path, "GEOM_TYPE", Severity.ERROR, "no area is given");
      reasons = issues.errorsFrom(since);
    }
    quarantined.add(new QuarantinedZone(path, key, name, reasons, raw));
  }

  /** Lists a published entry that is no zone. */
  void skip(Place at, ZoneKey key, String name, String raw) {
    String message = "the source's profile says that this is no zone";
    at.info("FEATURE_SKIPPED", message);
    Issue why = new Issue(at.path(), "FEATURE_SKIPPED", Severity.INFO, message);
    quarantined.add(new QuarantinedZone(at.path(), key, name, List.of(why), raw));
  }

  /** True while nothing has been found, neither used nor kept out. */
  boolean isEmpty() {
    return zones.isEmpty() && quarantined.isEmpty();
  }

  ZoneImport result() {
    if (axesSwapped()) {
      issues.add(
          "",
          "DOC_AXES",
          Severity.FATAL,
          "nearly all zones lie outside %s of %s and inside with longitude and latitude exchanged"
              .formatted(profile.bbox(), profile.name()));
    }
    ZoneImport read = new ZoneImport(zones, quarantined, issues.list());
    return read.refused() ? new ZoneImport(List.of(), List.of(), read.issues()) : read;
  }

  private boolean axesSwapped() {
    List<Double> box = profile.bbox();
    if (box.isEmpty() || zones.isEmpty()) {
      return false;
    }
    long swapped =
        zones.stream()
            .map(zone -> somePoint(zone))
            .filter(
                p -> !inside(box, p.lonDeg(), p.latDeg()) && inside(box, p.latDeg(), p.lonDeg()))
            .count();
    return swapped > AXES_SHARE * zones.size();
  }

  private static boolean inside(List<Double> box, double lonDeg, double latDeg) {
    return lonDeg >= box.get(0)
        && lonDeg <= box.get(2)
        && latDeg >= box.get(1)
        && latDeg <= box.get(3);
  }

  private static Position somePoint(Zone zone) {
    return switch (zone.volumes().getFirst().shape()) {
      case Circle circle -> new Position(circle.lonDeg(), circle.latDeg());
      case Polygon polygon -> new Position(polygon.shell().lonDeg(0), polygon.shell().latDeg(0));
    };
  }
}
