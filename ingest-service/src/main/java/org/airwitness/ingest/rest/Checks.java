package org.airwitness.ingest.rest;

import org.airwitness.platform.rest.ProblemException;
import org.jspecify.annotations.Nullable;

/** Checks that several requests share. */
final class Checks {
  private static final int MAX_NAME_CHARS = 200;

  private Checks() {}

  static <T> T body(@Nullable T body) {
    if (body == null) {
      throw ProblemException.badRequest(null, "The request needs a JSON body");
    }
    return body;
  }

  static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw ProblemException.badRequest(field, field + " is required");
    }
    return value;
  }

  static String name(@Nullable String name) {
    return name("name", name);
  }

  static String name(String field, @Nullable String name) {
    String text = required(field, name);
    if (text.isBlank() || text.length() > MAX_NAME_CHARS || hasControlCharacter(text)) {
      throw ProblemException.badRequest(
          field, field + " has 1 to " + MAX_NAME_CHARS + " printable characters");
    }
    return text;
  }

  private static boolean hasControlCharacter(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }
}
