package org.airwitness.airspace.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.airwitness.airspace.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Place in a JSON document: the value, its JSON Pointer, and where deviations are reported.
 *
 * <p>Reading converts what can be converted without loss and reports it as {@code FIELD_SHAPE}; an
 * explicit {@code null} counts as absent.
 */
record JsonAt(JsonNode node, String path, Issues issues) {
  private static final int MAX_EXCERPT = 60;

  JsonAt member(String name) {
    String escaped = name.replace("~", "~0").replace("/", "~1");
    JsonNode child = node.isObject() ? node.path(name) : MissingNode.getInstance();
    return new JsonAt(child, path + "/" + escaped, issues);
  }

  /** The place a JSON Pointer (RFC 6901) leads to. */
  JsonAt at(String pointer) {
    return new JsonAt(node.at(pointer), path + pointer, issues);
  }

  /** Names of the members in document order. */
  List<String> names() {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** The first of these members that is present, else the place of the first. */
  JsonAt memberOrAlias(String name, String... aliases) {
    for (String alias : aliases) {
      if (!member(name).isPresent() && member(alias).isPresent()) {
        member(alias).info("FIELD_ALIAS", "read as " + name);
        return member(alias);
      }
    }
    return member(name);
  }

  JsonAt element(int i) {
    return new JsonAt(node.path(i), path + "/" + i, issues);
  }

  boolean isPresent() {
    return !node.isMissingNode() && !node.isNull();
  }

  boolean isBlank() {
    return node.isTextual() && node.textValue().isBlank();
  }

  /** Elements of a list; a single value is a list of one, an absent one a list of none. */
  List<JsonAt> items() {
    if (!isPresent()) {
      return List.of();
    }
    if (!node.isArray()) {
      info("FIELD_SHAPE", "one value where a list is expected; read as a list of one");
      return List.of(this);
    }
    return IntStream.range(0, node.size()).mapToObj(this::element).toList();
  }

  /** Text, or null when absent, empty or not a scalar. */
  @Nullable String text() {
    if (!isPresent()) {
      return null;
    }
    if (!node.isValueNode()) {
      warn("FIELD_SHAPE", "a text is expected; ignored");
      return null;
    }
    if (!node.isTextual()) {
      info("FIELD_SHAPE", "a text is expected; read as one");
    }
    String text = node.asText().strip();
    return text.isEmpty() ? null : text;
  }

  /** Texts of a list, or of a single value; absent and empty ones left out. */
  List<String> texts() {
    return items().stream().map(JsonAt::text).filter(Objects::nonNull).toList();
  }

  /** Finite number, or nothing when absent or not one; a numeric text is accepted. */
  OptionalDouble number() {
    if (node.isNumber()) {
      return finite(node.doubleValue());
    }
    if (!node.isTextual()) {
      return OptionalDouble.empty();
    }
    try {
      OptionalDouble value = finite(Double.parseDouble(node.textValue().strip()));
      value.ifPresent(_ -> info("FIELD_SHAPE", "a number written as text; read as a number"));
      return value;
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** What stands here, shortened for a message. */
  String excerpt() {
    String text = node.isMissingNode() ? "nothing" : node.toString();
    return text.length() <= MAX_EXCERPT ? text : text.substring(0, MAX_EXCERPT) + "…";
  }

  Place place() {
    return new Place(path, issues);
  }

  void report(Severity severity, String code, String message) {
    issues.add(path, code, severity, message);
  }

  void info(String code, String message) {
    place().info(code, message);
  }

  void warn(String code, String message) {
    place().warn(code, message);
  }

  void error(String code, String message) {
    place().error(code, message);
  }

  void fatal(String code, String message) {
    place().fatal(code, message);
  }
}
