package org.airwitness.airspace.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.Limit.Unit;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.UnknownHeight;
import org.airwitness.airspace.ZoneImport;
import org.jspecify.annotations.Nullable;

/**
 * What is normal for one publisher of zones: a named list instead of a global switch for leniency.
 *
 * <p>Members left out (null) get the defaults named here.
 *
 * @param id part of the key of every zone; unique among the sources of a system
 * @param name the publication in words; default: the id
 * @param format how it is published
 * @param country ISO 3166-1 alpha-3 for zones that do not name one; default: empty
 * @param bbox west, south, east, north in degrees, to notice exchanged axes; default: not checked
 * @param language tag of texts without one; default: empty
 * @param defaultUnit unit of limits written without one, in formats of text; default: feet
 * @param defaultDatum datum of limits written without one, in formats of text; default: AMSL
 * @param edges what lies between two vertices; null for what the format says: in AIXM and
 *     restrictions of the FAA each segment, in all others a straight line
 * @param permanentDates what dates of a permanent zone mean; default: validity of the data
 * @param unlimitedFromM from how many metres on an upper limit is none; default 30,000
 * @param mask what becomes of a polygon over most of the planet; default: quarantined
 * @param notamActivation what becomes of a zone activated by NOTAM; default: shown, never active
 * @param unknownHeight what an unknown height means for limits; default: in the zone, to inform
 * @param shrinkLimit share of the zones that may vanish between two editions; default 0.25
 * @param tolerate issue codes expected from this publisher
 * @param mapping where a GeoJSON or KML publication has its members; null for those of {@link
 *     GeoJsonZoneReader}
 * @param licence licence of the data, as far as stated
 * @param attribution text to show with the data
 * @param notice the publisher's own caution
 */
public record SourceProfile(
    String id,
    String name,
    DocumentFormat format,
    String country,
    List<Double> bbox,
    String language,
    Unit defaultUnit,
    Datum defaultDatum,
    @Nullable Edges edges,
    PermanentDates permanentDates,
    @JsonProperty("unlimitedFrom") double unlimitedFromM,
    Mask mask,
    NotamActivation notamActivation,
    UnknownHeight unknownHeight,
    double shrinkLimit,
    Set<String> tolerate,
    @Nullable FeatureMapping mapping,
    String licence,
    String attribution,
    String notice) {
  private static final double DEFAULT_SHRINK_LIMIT = 0.25;

  /** What lies between two vertices. */
  public enum Edges {
    /** A line straight in longitude and latitude. */
    PLANAR,
    /** The shortest line on the ellipsoid. */
    GEODESIC
  }

  /** What becomes of a polygon over most of the planet: everything outside of some country. */
  public enum Mask {
    /** Kept out with an error. */
    QUARANTINE,
    /** A zone like any other. */
    ACCEPT,
    /** No zone: left out and listed. */
    IGNORE
  }

  /** What dates of a permanent zone mean. */
  public enum PermanentDates {
    /** The zone starts with the first date and stays when the data is out of date. */
    VALIDITY,
    /** The zone applies between the dates only. */
    WINDOW
  }

  /** What becomes of a zone that a NOTAM activates. */
  public enum NotamActivation {
    /** Listed only. */
    IGNORE,
    /** Known and shown, never active by itself. */
    INFORM,
    /** Treated as active. */
    ALERT
  }

  public SourceProfile {
    Objects.requireNonNull(id, "a source profile has an id");
    Objects.requireNonNull(format, "a source profile has a format");
    name = Objects.requireNonNullElse(name, id);
    country = Objects.requireNonNullElse(country, "");
    bbox = bbox == null ? List.of() : List.copyOf(bbox);
    language = Objects.requireNonNullElse(language, "");
    defaultUnit = Objects.requireNonNullElse(defaultUnit, Unit.FT);
    defaultDatum = Objects.requireNonNullElse(defaultDatum, Datum.AMSL);
    permanentDates = Objects.requireNonNullElse(permanentDates, PermanentDates.VALIDITY);
    unlimitedFromM = unlimitedFromM == 0 ? Limit.UNLIMITED_FROM_M : unlimitedFromM;
    mask = Objects.requireNonNullElse(mask, Mask.QUARANTINE);
    notamActivation = Objects.requireNonNullElse(notamActivation, NotamActivation.INFORM);
    unknownHeight = Objects.requireNonNullElse(unknownHeight, UnknownHeight.INFORM);
    shrinkLimit = shrinkLimit == 0 ? DEFAULT_SHRINK_LIMIT : shrinkLimit;
    tolerate = tolerate == null ? Set.of() : Set.copyOf(tolerate);
    licence = Objects.requireNonNullElse(licence, "");
    attribution = Objects.requireNonNullElse(attribution, "");
    notice = Objects.requireNonNullElse(notice, "");
    if (!bbox.isEmpty() && bbox.size() != 4) {
      throw new IllegalArgumentException("bbox is west, south, east, north, not " + bbox);
    }
    if (!(unlimitedFromM > 0)) {
      throw new IllegalArgumentException("unlimitedFrom is above 0 m, not " + unlimitedFromM);
    }
    if (!(shrinkLimit > 0 && shrinkLimit <= 1)) {
      throw new IllegalArgumentException("shrinkLimit is in (0, 1], not " + shrinkLimit);
    }
  }

  /** Profile that expects nothing in particular. */
  @SuppressWarnings("NullAway") // null is how the defaults are asked for
  public static SourceProfile of(String id, DocumentFormat format) {
    return new SourceProfile(
        id, null, format, null, null, null, null, null, null, null, 0, null, null, null, 0, null,
        null, null, null, null);
  }

  /** Issues above INFO that nobody expects of this publisher: the edition should be looked at. */
  public List<Issue> unexpected(ZoneImport read) {
    return read.issues().stream()
        .filter(issue -> issue.severity() != Severity.INFO && !tolerate.contains(issue.code()))
        .toList();
  }

  /** An upper limit in this publication. */
  Limit upper(double value, Unit unit, Datum datum) {
    return Limit.upper(value, unit, datum, unlimitedFromM);
  }

  /** The same profile under another id. */
  public SourceProfile withId(String newId) {
    return with(newId, bbox);
  }

  /** The same profile for a single zone, of which the axes cannot be judged. */
  public SourceProfile withoutBox() {
    return with(id, List.of());
  }

  private SourceProfile with(String newId, List<Double> newBox) {
    return new SourceProfile(
        newId,
        name,
        format,
        country,
        newBox,
        language,
        defaultUnit,
        defaultDatum,
        edges,
        permanentDates,
        unlimitedFromM,
        mask,
        notamActivation,
        unknownHeight,
        shrinkLimit,
        tolerate,
        mapping,
        licence,
        attribution,
        notice);
  }
}
