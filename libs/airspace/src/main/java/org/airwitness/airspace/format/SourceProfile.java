package org.airwitness.airspace.format;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.Limit.Unit;
import org.airwitness.airspace.Severity;
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
 * @param permanentDates what dates of a permanent zone mean; default: validity of the data
 * @param notamActivation what becomes of a zone activated by NOTAM; default: shown, never active
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
    PermanentDates permanentDates,
    NotamActivation notamActivation,
    double shrinkLimit,
    Set<String> tolerate,
    @Nullable FeatureMapping mapping,
    String licence,
    String attribution,
    String notice) {
  private static final double DEFAULT_SHRINK_LIMIT = 0.25;

  /** What dates of a permanent zone mean. */
  public enum PermanentDates {
    /** The zone starts with the first date and stays when the data is out of date. */
    VALIDITY,
    /** The zone applies between the dates only. */
    WINDOW
  }

  /** What becomes of a zone that a NOTAM activates. */
  public enum NotamActivation {
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
    notamActivation = Objects.requireNonNullElse(notamActivation, NotamActivation.INFORM);
    shrinkLimit = shrinkLimit == 0 ? DEFAULT_SHRINK_LIMIT : shrinkLimit;
    tolerate = tolerate == null ? Set.of() : Set.copyOf(tolerate);
    licence = Objects.requireNonNullElse(licence, "");
    attribution = Objects.requireNonNullElse(attribution, "");
    notice = Objects.requireNonNullElse(notice, "");
    if (!bbox.isEmpty() && bbox.size() != 4) {
      throw new IllegalArgumentException("bbox is west, south, east, north, not " + bbox);
    }
    if (!(shrinkLimit > 0 && shrinkLimit <= 1)) {
      throw new IllegalArgumentException("shrinkLimit is in (0, 1], not " + shrinkLimit);
    }
  }

  /** Profile that expects nothing in particular. */
  @SuppressWarnings("NullAway") // null is how the defaults are asked for
  public static SourceProfile of(String id, DocumentFormat format) {
    return new SourceProfile(
        id, null, format, null, null, null, null, null, null, null, 0, null, null, null, null,
        null);
  }

  /** Issues above INFO that nobody expects of this publisher: the edition should be looked at. */
  public List<Issue> unexpected(ZoneImport read) {
    return read.issues().stream()
        .filter(issue -> issue.severity() != Severity.INFO && !tolerate.contains(issue.code()))
        .toList();
  }

  /** The same profile under another id. */
  public SourceProfile withId(String newId) {
    return new SourceProfile(
        newId,
        name,
        format,
        country,
        bbox,
        language,
        defaultUnit,
        defaultDatum,
        permanentDates,
        notamActivation,
        shrinkLimit,
        tolerate,
        mapping,
        licence,
        attribution,
        notice);
  }
}
