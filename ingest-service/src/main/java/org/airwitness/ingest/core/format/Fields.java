package org.airwitness.ingest.core.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.airwitness.ingest.core.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to the fields of one JSON object; every fault names the field and what is allowed.
 */
final class Fields {
  private static final int MAX_TIME_CHARS = 35;

  private final JsonNode object;
  private final String path;

  Fields(JsonNode object, String path) throws MalformedException {
    if (!object.isObject()) {
      throw new MalformedException(RefusalReason.JSON_SHAPE, path + " must be an object");
    }
    this.object = object;
    this.path = path;
  }

  /** Returns a field, null when it is absent; a JSON null is absent too. */
  @Nullable JsonNode find(String name) {
    JsonNode node = object.get(name);
    return node == null || node.isNull() ? null : node;
  }

  JsonNode get(String name) throws MalformedException {
    JsonNode node = find(name);
    if (node == null) {
      throw new MalformedException(RefusalReason.FIELD_MISSING, at(name) + " is missing");
    }
    return node;
  }

  Fields object(String name) throws MalformedException {
    return new Fields(get(name), at(name));
  }

  @Nullable Fields findObject(String name) throws MalformedException {
    JsonNode node = find(name);
    return node == null ? null : new Fields(node, at(name));
  }

  String text(String name) throws MalformedException {
    JsonNode node = get(name);
    if (!node.isTextual()) {
      throw invalid(name, "must be a string");
    }
    return node.textValue();
  }

  @Nullable String findText(String name) throws MalformedException {
    return find(name) == null ? null : text(name);
  }

  String oneOf(String name, List<String> allowed) throws MalformedException {
    String text = text(name);
    if (!allowed.contains(text)) {
      throw invalid(name, "must be one of " + String.join(", ", allowed));
    }
    return text;
  }

  long integer(String name, long min, long max) throws MalformedException {
    JsonNode node = get(name);
    if (!node.isIntegralNumber()) {
      throw invalid(name, "must be an integer");
    }
    if (!node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
      throw range(name, min, max);
    }
    return node.longValue();
  }

  @Nullable Integer findInteger(String name, int min, int max) throws MalformedException {
    return find(name) == null ? null : (int) integer(name, min, max);
  }

  @Nullable Long findLong(String name, long min) throws MalformedException {
    return find(name) == null ? null : integer(name, min, Long.MAX_VALUE);
  }

  double number(String name, double min, double max) throws MalformedException {
    JsonNode node = get(name);
    if (!node.isNumber()) {
      throw invalid(name, "must be a number");
    }
    double value = node.doubleValue();
    if (!(value >= min && value <= max)) {
      throw range(name, min, max);
    }
    return value;
  }

  @Nullable Double findNumber(String name, double min, double max) throws MalformedException {
    return find(name) == null ? null : number(name, min, max);
  }

  @Nullable Boolean findBoolean(String name) throws MalformedException {
    JsonNode node = find(name);
    if (node != null && !node.isBoolean()) {
      throw invalid(name, "must be true or false");
    }
    return node == null ? null : node.booleanValue();
  }

  /** Returns an RFC 3339 time in UTC. */
  Instant time(String name) throws MalformedException {
    String text = text(name);
    if (!text.endsWith("Z")
        || text.length() > MAX_TIME_CHARS
        || !Character.isDigit(text.charAt(0))) {
      throw invalid(name, "must be an RFC 3339 time in UTC, for example 2026-03-01T12:00:04.871Z");
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      throw invalid(name, "must be an RFC 3339 time in UTC, for example 2026-03-01T12:00:04.871Z");
    }
  }

  String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  MalformedException invalid(String name, String rule) {
    return new MalformedException(RefusalReason.FIELD_INVALID, at(name) + " " + rule);
  }

  private MalformedException range(String name, Object min, Object max) {
    return new MalformedException(
        RefusalReason.FIELD_RANGE, "%s must be from %s to %s".formatted(at(name), min, max));
  }
}
