package org.airwitness.airspace.format;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.Limit.Unit;
import org.airwitness.airspace.format.VerticalLimits.LimitOf;

/**
 * Limit written as text, as OpenAir files and national viewers do: {@code FL65}, {@code 2500FT
 * AMSL}, {@code 120 m AGL}, {@code GND}, {@code UNL}, {@code BY NOTAM}.
 *
 * @param limit what the text means; not stated when it is not understood
 * @param understood false when nothing could be made of the text
 * @param unitAssumed no unit is written
 * @param datumAssumed no datum is written
 */
record AltitudeText(Limit limit, boolean understood, boolean unitAssumed, boolean datumAssumed) {
  private static final Pattern GROUND = Pattern.compile("GND|SFC|GROUND|SURFACE");
  private static final Pattern UNLIMITED = Pattern.compile("(UNL|UNLTD|UNLIM|UNLIMITED)( ?FT)?");
  private static final Pattern NOTAM = Pattern.compile("(BY )?NOTAM");
  private static final Pattern LEVEL = Pattern.compile("FL ?(?<value>\\d+(\\.\\d+)?)");
  private static final String NUMBER = "(?<value>-?\\d+(\\.\\d+)?)";
  private static final String UNIT = "(?<unit>FEET|FT|F|METERS|METRES|M)?";
  private static final String DATUM = "(?<datum>AMSL|MSL|QNH|ALT|AGL|ASFC|GND|SFC|STD)?";

  /** A unit behind the datum is ignored, as it contradicts the order of every other file. */
  private static final Pattern VALUE =
      Pattern.compile(NUMBER + " ?" + UNIT + " ?" + DATUM + "( FT)?");

  /** A number with a unit somewhere in a sentence, its datum right behind. */
  private static final Pattern IN_PROSE =
      Pattern.compile(NUMBER + " ?(?<unit>FEET|FT|METERS|METRES)\\b ?" + DATUM);

  private static final Pattern WORD_NOTAM = Pattern.compile("\\bNOTAMS?\\b");

  private static final Map<String, Datum> DATUMS =
      Map.of(
          "AMSL", Datum.AMSL,
          "MSL", Datum.AMSL,
          "QNH", Datum.AMSL,
          "ALT", Datum.AMSL,
          "AGL", Datum.AGL,
          "ASFC", Datum.AGL,
          "GND", Datum.AGL,
          "SFC", Datum.AGL,
          "STD", Datum.STD);

  /** What stands in place of a unit and a datum that are not written, and which limit it is. */
  record Defaults(Unit unit, Datum datum, LimitOf kind) {}

  /** Reads a text that is a limit and nothing else. */
  static AltitudeText of(String published, Defaults defaults) {
    String text = normalised(published);
    Matcher level = LEVEL.matcher(text);
    Matcher value = VALUE.matcher(text);
    if (GROUND.matcher(text).matches()) {
      return exactly(new Limit(Limit.Kind.GROUND, 0, Unit.FT, Datum.AGL));
    }
    if (UNLIMITED.matcher(text).matches()) {
      return exactly(Limit.unlimited());
    }
    if (NOTAM.matcher(text).matches()) {
      return exactly(Limit.byNotam());
    }
    if (level.matches()) {
      double number = Double.parseDouble(level.group("value"));
      return exactly(defaults.kind().limit(number, Unit.FL, Datum.STD));
    }
    return value.matches() ? read(value, defaults) : notUnderstood();
  }

  /** Reads a limit out of a sentence: its first number with a unit, or the mention of a NOTAM. */
  static AltitudeText inProse(String published, Defaults defaults) {
    AltitudeText whole = of(published, defaults);
    if (whole.understood()) {
      return whole;
    }
    String text = normalised(published);
    Matcher value = IN_PROSE.matcher(text);
    if (value.find()) {
      return read(value, defaults);
    }
    return WORD_NOTAM.matcher(text).find() ? exactly(Limit.byNotam()) : notUnderstood();
  }

  /**
   * Reports what was assumed or not understood.
   *
   * @return true when the limit is left to a NOTAM
   */
  boolean report(String text, Place at) {
    if (!understood) {
      at.warn("VERT_TEXT_UNPARSED", "\"" + text + "\" is not understood: no limit");
    }
    if (unitAssumed) {
      at.info("VERT_UNIT_ASSUMED", "no unit: " + limit.unit() + " assumed");
    }
    if (datumAssumed) {
      at.info("VERT_DATUM_ASSUMED", "no datum: " + limit.datum() + " assumed");
    }
    boolean byNotam = limit.kind() == Limit.Kind.BY_NOTAM;
    if (byNotam) {
      at.warn("TIME_BY_NOTAM", "the limit is given by NOTAM");
    }
    return byNotam;
  }

  private static String normalised(String text) {
    return text.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  private static AltitudeText read(Matcher matcher, Defaults defaults) {
    Optional<String> unit = Optional.ofNullable(matcher.group("unit"));
    Optional<String> datum = Optional.ofNullable(matcher.group("datum"));
    return new AltitudeText(
        defaults
            .kind()
            .limit(
                Double.parseDouble(matcher.group("value")),
                unit.map(word -> word.startsWith("M") ? Unit.M : Unit.FT).orElse(defaults.unit()),
                datum
                    .map(word -> DATUMS.getOrDefault(word, defaults.datum()))
                    .orElse(defaults.datum())),
        true,
        unit.isEmpty(),
        datum.isEmpty());
  }

  private static AltitudeText exactly(Limit limit) {
    return new AltitudeText(limit, true, false, false);
  }

  private static AltitudeText notUnderstood() {
    return new AltitudeText(Limit.notStated(), false, false, false);
  }
}
