package org.airwitness.airspace.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.airwitness.airspace.Severity;

/** Turns bytes into a JSON tree within limits; what is refused becomes one fatal issue. */
final class JsonDocument {
  /** Largest document accepted. */
  static final int MAX_BYTES = 256 * 1024 * 1024;

  /** Deepest nesting accepted. */
  static final int MAX_DEPTH = 64;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

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
    if (document.length > MAX_BYTES) {
      issues.add(
          "",
          "DOC_SIZE",
          Severity.FATAL,
          "the document has " + document.length + " bytes; at most " + MAX_BYTES + " are read");
      return Optional.empty();
    }
    return decode(document, issues).flatMap(text -> parse(text, issues));
  }

  private static Optional<String> decode(byte[] document, Issues issues) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
      if (text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK) {
        return Optional.of(text);
      }
      issues.add("", "DOC_BOM", Severity.INFO, "the document begins with a byte-order mark");
      return Optional.of(text.substring(1));
    } catch (CharacterCodingException e) {
      issues.add("", "DOC_ENCODING", Severity.FATAL, "the document is not UTF-8 text");
      return Optional.empty();
    }
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
