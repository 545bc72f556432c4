package org.airwitness.airspace.format;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.airwitness.airspace.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The members that an object of a JSON format has, as a table; reports deviations from it and
 * changes nothing.
 */
final class FieldTable {
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  /** JSON type of a member; a list may hold no more than its kind says. */
  enum Kind {
    TEXT,
    TEXTS,
    NUMBER,
    OBJECT,
    OBJECTS,
    ANY
  }

  /**
   * One row.
   *
   * @param maxLength of a text or of each text in a list; 0 is unlimited
   * @param missing severity when absent; null when it may be
   * @param form what a text looks like; null for any
   * @param parts table of the object or of each object in the list
   */
  record Field(
      String name,
      Kind kind,
      int maxLength,
      @Nullable Severity missing,
      @Nullable Form form,
      @Nullable FieldTable parts,
      List<String> aliases) {
    static Field of(String name, Kind kind) {
      return new Field(name, kind, 0, null, null, null, List.of());
    }

    Field max(int length) {
      return new Field(name, kind, length, missing, form, parts, aliases);
    }

    Field expected() {
      return new Field(name, kind, maxLength, Severity.INFO, form, parts, aliases);
    }

    Field needed() {
      return new Field(name, kind, maxLength, Severity.WARN, form, parts, aliases);
    }

    Field form(Form expectedForm) {
      return new Field(name, kind, maxLength, missing, expectedForm, parts, aliases);
    }

    Field parts(FieldTable table) {
      return new Field(name, kind, maxLength, missing, form, table, aliases);
    }

    Field alias(String... otherNames) {
      return new Field(name, kind, maxLength, missing, form, parts, List.of(otherNames));
    }
  }

  /** What a text must look like. */
  enum Form {
    DURATION(
        "P(?=.)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+S)?)?",
        "an ISO 8601 duration such as P5D"),
    EMAIL("[^@\\s,;]+@[^@\\s,;]+", "one e-mail address"),
    LANGUAGE("[a-z]{2}(-[A-Z]{2})?", "a language tag such as en-GB"),
    LINE(".*", "one line");

    private final Pattern pattern;
    private final String words;

    Form(String pattern, String words) {
      this.pattern = Pattern.compile(pattern);
      this.words = words;
    }

    private void check(JsonAt member, String text) {
      if (this == LINE) {
        if (LINE_BREAK.matcher(text).find()) {
          member.info("FIELD_NEWLINE", "line break in a name");
        }
      } else if (!pattern.matcher(text).matches()) {
        member.info("FIELD_FORMAT", "not " + words + ": " + member.excerpt());
      }
    }
  }

  private final Map<String, Field> byName = new LinkedHashMap<>();
  private final List<Field> fields;

  private FieldTable(List<Field> fields) {
    this.fields = fields;
    for (Field field : fields) {
      byName.put(field.name(), field);
      field.aliases().forEach(alias -> byName.put(alias, field));
    }
  }

  static FieldTable of(Field... fields) {
    return new FieldTable(Arrays.asList(fields));
  }

  static Field text(String name) {
    return Field.of(name, Kind.TEXT);
  }

  static Field texts(String name) {
    return Field.of(name, Kind.TEXTS);
  }

  static Field number(String name) {
    return Field.of(name, Kind.NUMBER);
  }

  static Field objects(String name, FieldTable parts) {
    return Field.of(name, Kind.OBJECTS).parts(parts);
  }

  static Field object(String name, FieldTable parts) {
    return Field.of(name, Kind.OBJECT).parts(parts);
  }

  static Field any(String name) {
    return Field.of(name, Kind.ANY);
  }

  /** Reports unknown, renamed, empty, misshapen, overlong and missing members of an object. */
  void check(JsonAt object) {
    if (!object.node().isObject()) {
      return;
    }
    for (String name : object.names()) {
      Field field = byName.get(name);
      if (field == null) {
        object.member(name).info("FIELD_UNKNOWN", "not a member of the format; kept as published");
      } else {
        checkMember(object.member(name), name, field);
      }
    }
    for (Field field : fields) {
      if (field.missing() != null && absent(object, field)) {
        object.member(field.name()).report(field.missing(), "FIELD_MISSING", "not there");
      }
    }
  }

  /** True when the table has this member under this or another name. */
  boolean knows(String name) {
    return byName.containsKey(name);
  }

  private static boolean absent(JsonAt object, Field field) {
    return object.member(field.name()).node().isMissingNode()
        && field.aliases().stream().allMatch(a -> object.member(a).node().isMissingNode());
  }

  private static void checkMember(JsonAt member, String name, Field field) {
    if (!name.equals(field.name())) {
      member.info("FIELD_ALIAS", "read as " + field.name());
    }
    if (member.node().isNull()) {
      member.info("FIELD_NULL", "null; read as absent");
    } else if (isEmpty(member, field)) {
      member.info("FIELD_EMPTY", "empty; read as absent");
    } else {
      checkValue(member, field);
    }
  }

  private static boolean isEmpty(JsonAt member, Field field) {
    boolean emptyList = member.node().isArray() && member.node().isEmpty();
    return member.isBlank() || (emptyList && !field.name().equals("schedule"));
  }

  private static void checkValue(JsonAt member, Field field) {
    switch (field.kind()) {
      case TEXT -> checkText(member, field);
      case TEXTS -> member.items().forEach(item -> checkText(item, field));
      case NUMBER -> member.number();
      case OBJECT -> checkParts(member, field);
      case OBJECTS -> member.items().forEach(item -> checkParts(item, field));
      case ANY -> {}
    }
  }

  private static void checkParts(JsonAt object, Field field) {
    if (field.parts() != null) {
      if (object.node().isTextual()) {
        object.info("FIELD_SHAPE", "a text where an object is expected; read as its text");
        checkLength(object, object.node().textValue(), field.parts().longest());
      }
      field.parts().check(object);
    }
  }

  /** Longest text that an object of this table may hold. */
  private int longest() {
    return fields.stream().mapToInt(Field::maxLength).max().orElse(0);
  }

  private static void checkText(JsonAt member, Field field) {
    if (member.node().isArray()) {
      member.info("FIELD_SHAPE", "a list where a text is expected");
      return;
    }
    String text = member.text();
    if (text != null) {
      checkLength(member, text, field.maxLength());
      if (field.form() != null) {
        field.form().check(member, member.node().asText());
      }
    }
  }

  private static void checkLength(JsonAt member, String text, int maxLength) {
    if (maxLength > 0 && text.length() > maxLength) {
      member.info(
          "FIELD_LENGTH",
          "%d characters; at most %d are allowed".formatted(text.length(), maxLength));
    }
  }
}
