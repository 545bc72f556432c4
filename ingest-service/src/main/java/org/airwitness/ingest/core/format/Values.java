package org.airwitness.ingest.core.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import org.airwitness.ingest.core.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * The values of one object as the writers of decoded feeds put them: numbers bare or in text with a
 * unit, and a dozen ways to say unknown, all of which are null here. What is neither is refused
 * with the name of the field.
 */
final class Values {
  private static final Set<String> UNKNOWN =
      Set.of("", "unknown", "undefined", "n/a", "na", "none", "null", "nan", "inf", "infinity");
  private static final double FIRST_MS = 1e11; // as seconds: the year 5138
  private static final double LAST_S = 253_402_300_799.0; // end of the year 9999
  private static final int MAX_TEXT_CHARS = 1024;

  private final JsonNode object;

  private Values(JsonNode object) {
    this.object = object;
  }

  static Values of(JsonNode object) throws MalformedException {
    if (!object.isObject()) {
      throw new MalformedException(RefusalReason.JSON_SHAPE, "must be an object");
    }
    return new Values(object);
  }

  static Values ofObject(JsonNode object) {
    return new Values(object);
  }

  boolean has(String name) {
    return object.has(name);
  }

  /** Returns a nested object, null when it is absent. */
  @Nullable Values findObject(String name) throws MalformedException {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isObject()) {
      throw invalid(name, "an object");
    }
    return new Values(node);
  }

  /** Returns the first of the named values that is known. */
  @Nullable Double number(String... names) throws MalformedException {
    for (String name : names) {
      Double value = number(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private @Nullable Double number(String name) throws MalformedException {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (node.isNumber()) {
      return Double.isFinite(node.doubleValue()) ? node.doubleValue() : null;
    }
    if (!node.isTextual()) {
      throw invalid(name, "a number");
    }
    if (isUnknown(node.textValue())) {
      return null;
    }
    Measure measure = Measure.find(node.textValue());
    if (measure == null) {
      throw invalid(name, "a number, with its unit or without");
    }
    return measure.value();
  }

  /** Whether a value is a bare number. */
  boolean isNumber(String name) {
    return object.path(name).isNumber() && Double.isFinite(object.path(name).doubleValue());
  }

  /** Returns a code that some writers replace by its meaning: null when it is no number. */
  @Nullable Integer code(String name) {
    return isNumber(name) ? object.path(name).intValue() : null;
  }

  /** Returns the bound of an accuracy such as {@code <3 m}; 0, words and open ends are unknown. */
  @Nullable Double bound(String name) {
    JsonNode node = object.path(name);
    if (isNumber(name)) {
      return node.doubleValue() > 0 ? node.doubleValue() : null;
    }
    String text = node.asText().strip();
    Measure measure = text.startsWith("<") ? Measure.find(text) : null;
    return measure == null || measure.value() <= 0 ? null : measure.value();
  }

  @Nullable Integer integer(String name, int min, int max) throws MalformedException {
    Double value = number(name);
    if (value == null) {
      return null;
    }
    if (value < min || value > max) {
      throw new MalformedException(
          RefusalReason.FIELD_RANGE, "%s must be from %d to %d".formatted(name, min, max));
    }
    return (int) Math.round(value);
  }

  /** Returns the first of the named texts that says something. */
  @Nullable String text(String... names) throws MalformedException {
    for (String name : names) {
      String text = text(name);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private @Nullable String text(String name) throws MalformedException {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isValueNode()) {
      throw invalid(name, "a text");
    }
    String text = node.asText().strip();
    if (text.length() > MAX_TEXT_CHARS) {
      throw invalid(name, "a text of at most " + MAX_TEXT_CHARS + " characters");
    }
    return isUnknown(text) ? null : text;
  }

  /** Returns a moment from seconds or milliseconds since 1970 or from a text in ISO 8601. */
  @Nullable Instant time(String... names) throws MalformedException {
    for (String name : names) {
      Instant time = time(name);
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  private @Nullable Instant time(String name) throws MalformedException {
    JsonNode node = object.get(name);
    if (node != null && node.isTextual() && node.textValue().indexOf('T') > 0) {
      try {
        return OffsetDateTime.parse(node.textValue().strip()).toInstant();
      } catch (DateTimeException _) {
        throw invalid(name, "a time with its offset, for example 2026-03-01T12:00:04.871Z");
      }
    }
    Double value = number(name);
    return value == null || value == 0 ? null : epoch(name, value);
  }

  private static Instant epoch(String name, double value) throws MalformedException {
    double seconds = value >= FIRST_MS ? value / 1000 : value;
    if (seconds < 0 || seconds > LAST_S) {
      throw new MalformedException(
          RefusalReason.FIELD_RANGE, name + " must be seconds or milliseconds since 1970");
    }
    return Instant.ofEpochSecond(0, Math.round(seconds * 1e6) * 1000);
  }

  /** Returns a transmitter address, null when it is not given. */
  @Nullable String address(String... names) throws MalformedException {
    String text = text(names);
    return text == null
        ? null
        : Addresses.require(text.toLowerCase(Locale.ROOT).replace('-', ':'), names[0]);
  }

  /** Returns a signal strength in dBm; 0 is what writers put for unknown. */
  @Nullable Integer rssiDbm(String... names) throws MalformedException {
    Double value = number(names);
    if (value == null || value == 0) {
      return null;
    }
    if (value < -200 || value > 100) {
      throw new MalformedException(
          RefusalReason.FIELD_RANGE, names[0] + " must be dBm from -200 to 100");
    }
    return (int) Math.round(value);
  }

  /** Returns a frequency given in Hz or MHz. */
  @Nullable Integer frequencyKhz(String... names) throws MalformedException {
    Double value = number(names);
    if (value == null || value <= 0) {
      return null;
    }
    double khz = value > 1e5 ? value / 1000 : value * 1000;
    if (khz > Integer.MAX_VALUE) {
      throw new MalformedException(RefusalReason.FIELD_RANGE, names[0] + " must be Hz or MHz");
    }
    return (int) Math.round(khz);
  }

  static boolean isUnknown(String text) {
    return UNKNOWN.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  private static MalformedException invalid(String name, String rule) {
    return new MalformedException(RefusalReason.FIELD_INVALID, name + " must be " + rule);
  }
}
