package org.airwitness.airspace.format;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.Limit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Where the features of one publisher have the members of a zone, whose names are the publisher's
 * own; for GeoJSON and KML.
 *
 * @param identifier the zone's identifier; null for the feature's id, else the name
 * @param name name for people; null for the identifier
 * @param restriction word of {@link org.airwitness.airspace.Restriction}, usually by {@link
 *     Source#values}
 * @param reason word or list of {@link org.airwitness.airspace.Reason}
 * @param message text for operators
 * @param authority name of whom to ask
 * @param lower lower limit; null for not stated
 * @param upper upper limit; null for not stated
 * @param start start of the only period
 * @param end end of the only period
 * @param periods list of {@code [start, end]} pairs
 * @param activatedByNotam features that only a NOTAM activates
 * @param skipWhen features that are no zones; they are listed, not used
 */
public record FeatureMapping(
    @Nullable Source identifier,
    @Nullable Source name,
    @Nullable Source restriction,
    @Nullable Source reason,
    @Nullable Source message,
    @Nullable Source authority,
    @Nullable LimitSource lower,
    @Nullable LimitSource upper,
    @Nullable Source start,
    @Nullable Source end,
    @Nullable Source periods,
    List<Condition> activatedByNotam,
    List<Condition> skipWhen) {
  public FeatureMapping {
    activatedByNotam = activatedByNotam == null ? List.of() : List.copyOf(activatedByNotam);
    skipWhen = skipWhen == null ? List.of() : List.copyOf(skipWhen);
  }

  /** Mapping that takes a name and nothing else. */
  @SuppressWarnings("NullAway") // null is how the defaults are asked for
  static FeatureMapping ofName(String pointer) {
    return new FeatureMapping(
        null, Source.of(pointer), null, null, null, null, null, null, null, null, null, null, null);
  }

  /** How a value is written. */
  public enum As {
    TEXT,
    /** Text with tags and entities. */
    HTML,
    NUMBER,
    /** A limit and nothing else, such as {@code 120 m AGL}. */
    ALTITUDE_TEXT,
    /** A sentence that holds a limit. */
    PROSE,
    ISO_INSTANT,
    EPOCH_MILLIS
  }

  /**
   * One value.
   *
   * @param pointer JSON Pointer into the feature; null when the value is always the same
   * @param as how it is written; default: text
   * @param pattern regular expression whose first group is the value; null for the whole
   * @param values published words and what they mean; others are taken as they are
   * @param constant value where nothing is published; null for none
   */
  public record Source(
      @Nullable String pointer,
      As as,
      @Nullable Pattern pattern,
      Map<String, String> values,
      @Nullable String constant) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Source {
      as = Objects.requireNonNullElse(as, As.TEXT);
      values = values == null ? Map.of() : Map.copyOf(values);
      if (pointer == null && constant == null) {
        throw new IllegalArgumentException("a source has a pointer or a constant");
      }
    }

    /** Text at a pointer. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // null is how the defaults are asked for
    public static Source of(String pointer) {
      return new Source(pointer, null, null, null, null);
    }
  }

  /**
   * One limit.
   *
   * @param pointer JSON Pointer into the feature
   * @param as NUMBER, ALTITUDE_TEXT or PROSE; default: ALTITUDE_TEXT
   * @param unit unit of a number; null for that of the profile
   * @param unitPointer where the feature names the unit; null for nowhere
   * @param datum datum of a number; null for that of the profile
   * @param datumPointer where the feature names the datum; null for nowhere
   * @param absent number that means that there is no limit; null for none
   */
  public record LimitSource(
      String pointer,
      As as,
      @Nullable Unit unit,
      @Nullable String unitPointer,
      @Nullable Datum datum,
      @Nullable String datumPointer,
      @Nullable Double absent) {
    public LimitSource {
      Objects.requireNonNull(pointer, "a limit has a pointer");
      as = Objects.requireNonNullElse(as, As.ALTITUDE_TEXT);
    }
  }

  /**
   * A member with a value.
   *
   * @param pointer JSON Pointer into the feature
   * @param value JSON value for which the condition holds
   */
  public record Condition(String pointer, JsonNode value) {
    boolean holds(JsonAt feature) {
      return feature.at(pointer).node().equals(value);
    }
  }
}
