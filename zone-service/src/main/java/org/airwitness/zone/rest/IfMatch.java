package org.airwitness.zone.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airwitness.platform.rest.ProblemException;
import org.jspecify.annotations.Nullable;

/** Header {@code If-Match} (RFC 9110, 13.1.1) with the version of a zone, {@code "3"}. */
final class IfMatch {
  private static final Pattern FORM = Pattern.compile("\"([1-9][0-9]{0,8})\"");

  private IfMatch() {}

  /** The tag of a version. */
  static String tag(int version) {
    return "\"" + version + "\"";
  }

  /**
   * Reads the header; nothing when it is absent or any version will do.
   *
   * @throws ProblemException 400 when it is neither a version nor {@code *}
   */
  static Optional<Integer> read(@Nullable String header) {
    if (header == null || header.strip().equals("*")) {
      return Optional.empty();
    }
    Matcher form = FORM.matcher(header.strip());
    if (!form.matches()) {
      throw ProblemException.badRequest(
          "If-Match", "If-Match takes the ETag of a zone, for example \"3\", or *");
    }
    return Optional.of(Integer.parseInt(form.group(1)));
  }

  /**
   * Reads the header of a request that needs it.
   *
   * @throws ProblemException 428 when it is absent, 400 as above
   */
  static Optional<Integer> require(@Nullable String header) {
    if (header == null) {
      throw ProblemException.preconditionRequired(
          "If-Match is needed: the ETag of the version that is to be replaced, or *");
    }
    return read(header);
  }
}
