package org.airwitness.zone.rest;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.Verdict;
import org.airwitness.airspace.Verdicts;
import org.airwitness.airspace.VerticalVerdict;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneIndex;
import org.airwitness.airspace.height.Environment;
import org.airwitness.platform.rest.ProblemException;
import org.airwitness.zone.core.SomeTime;
import org.jspecify.annotations.Nullable;

/**
 * One check of the InterUSS test interface: whether any zone passes all filters of one of the sets.
 */
record GeozonesCheck(@Nullable List<FilterSet> filterSets) {
  private static final int MAX_SETS = 100;
  private static final double METRES_PER_FOOT = 0.3048;

  /** Checks of one request. */
  record Order(@Nullable List<GeozonesCheck> checks) {}

  /** The answers, one for each check. */
  record Reply(List<Result> applicableGeozone) {}

  /** One answer; the interface's names. */
  record Result(Geozone geozone, @Nullable String message) {}

  /** Whether there is a zone. */
  enum Geozone {
    Present,
    Absent,
    UnsupportedFilter,
    Error
  }

  /** Filters that all must hold; one that is absent holds. */
  record FilterSet(
      @Nullable Place position,
      @Nullable Instant after,
      @Nullable Instant before,
      @Nullable Ed269 ed269) {}

  /** Filters on members of ED-269. */
  record Ed269(@Nullable String uSpaceClass, @Nullable List<String> acceptableRestrictions) {
    private boolean holds(Zone zone) {
      return (uSpaceClass == null || zone.details().uSpaceClasses().contains(uSpaceClass))
          && (acceptableRestrictions == null
              || acceptableRestrictions.isEmpty()
              || acceptableRestrictions.contains(zone.restriction().name()));
    }

    private void requireKnown() {
      if (acceptableRestrictions == null) {
        return;
      }
      List<String> known = Arrays.stream(Restriction.values()).map(Restriction::name).toList();
      for (String wanted : acceptableRestrictions) {
        if (!known.contains(wanted)) {
          throw ProblemException.badRequest(
              null, "acceptableRestrictions are of %s, not '%s'".formatted(known, wanted));
        }
      }
    }
  }

  /** Position with its height above ground or mean sea level, in metres or feet. */
  record Place(
      @Nullable String uomDimensions,
      @Nullable String verticalReferenceType,
      double height,
      double longitude,
      double latitude) {
    private ZoneQuestion question() {
      if (!"M".equals(uomDimensions) && !"FT".equals(uomDimensions)) {
        throw ProblemException.badRequest(null, "position.uomDimensions is M or FT");
      }
      String datumName = verticalReferenceType;
      if (datumName == null || !(datumName.equals("AGL") || datumName.equals("AMSL"))) {
        throw ProblemException.badRequest(null, "position.verticalReferenceType is AGL or AMSL");
      }
      double heightM = "FT".equals(uomDimensions) ? height * METRES_PER_FOOT : height;
      ZoneQuestion.Reference datum = new ZoneQuestion.Reference(Datum.valueOf(datumName));
      return new ZoneQuestion(
          longitude, latitude, new ZoneQuestion.Altitude(heightM, datum, 0.0), null);
    }
  }

  /** Judges by these zones; what is wrong with a check is its answer. */
  Result judge(ZoneIndex zones, Environment environment, Instant now) {
    if (filterSets == null || filterSets.size() > MAX_SETS) {
      return new Result(
          Geozone.Error, "filterSets is a list of at most %d sets".formatted(MAX_SETS));
    }
    try {
      boolean present = false;
      for (FilterSet set : filterSets) {
        present |= select(set, zones, environment, now).findAny().isPresent();
      }
      return new Result(present ? Geozone.Present : Geozone.Absent, null);
    } catch (ProblemException e) {
      return new Result(Geozone.Error, e.problem().detail());
    }
  }

  private static Stream<Zone> select(
      FilterSet set, ZoneIndex zones, Environment environment, Instant now) {
    Ed269 ed269 = set.ed269();
    if (ed269 != null) {
      ed269.requireKnown();
    }
    Instant after = set.after();
    Instant before = set.before();
    return over(set.position(), zones, environment, now)
        .filter(zone -> ed269 == null || ed269.holds(zone))
        .filter(zone -> after == null || SomeTime.after(zone, after))
        .filter(zone -> before == null || SomeTime.before(zone, before));
  }

  /** Zones at a place, at whatever time: those whose limits the height does not rule out. */
  private static Stream<Zone> over(
      @Nullable Place place, ZoneIndex zones, Environment environment, Instant now) {
    if (place == null) {
      return zones.listZones().stream();
    }
    ZoneQuestion question = place.question();
    Position position = question.position();
    Verdicts verdicts = new Verdicts(environment);
    zones.check(position, question.heights(environment.geoid()), now, verdicts);
    return verdicts.list().stream()
        .filter(verdict -> verdict.vertical() != VerticalVerdict.OUT)
        .map(Verdict::zone);
  }
}
