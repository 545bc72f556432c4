package org.airwitness.airspace.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.airwitness.airspace.Severity;

/** Turns bytes into a JSON tree within limits; what is refused becomes one fatal issue. */
final class JsonDocument {
  /** Deepest nesting accepted. */
  static final int MAX_DEPTH = 64;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonDocument() {}

  static Optional<JsonAt> parse(byte[] document, Issues issues) {
    return TextDocument.utf8(document, issues).flatMap(text -> parse(text, issues));
  }

  private static Optional<JsonAt> parse(String text, Issues issues) {
    try {
      JsonNode root = MAPPER.readTree(text);
      if (!root.isMissingNode()) {
        return Optional.of(new JsonAt(root, "", issues));
      }
      issues.add("", "DOC_SYNTAX", Severity.FATAL, "the document is empty");
    } catch (JsonProcessingException e) {
      issues.add("", "DOC_SYNTAX", Severity.FATAL, "not JSON" + where(e) + reason(e));
    }
    return Optional.empty();
  }

  /** The parser's sentence without its notes on where it began. */
  private static String reason(JsonProcessingException e) {
    return e.getOriginalMessage().replaceAll("\\s*\\(start marker at [^)]*\\)[^)]*\\)", "").strip();
  }

  private static String where(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? ": " : ", line " + at.getLineNr() + " column " + at.getColumnNr() + ": ";
  }
}
