package org.airwitness.ingest.core.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.airwitness.ingest.core.RefusalReason;

/** JSON parsers within the limits every feed has, and the reasons they refuse with. */
final class Json {
  static final int MAX_DEPTH = 32;

  /** Strict: RFC 8259, no key twice. */
  static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(limits(2048))
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  /** Tolerant of what Python writers produce. */
  static final JsonMapper TOLERANT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(limits(8192))
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .build())
          .build();

  private static final String NO_TEXT = "the message is not UTF-8 text";
  private static final Pattern SOURCE = Pattern.compile("\\s*\\(start marker at [^)]*\\)[^)]*\\)");
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private Json() {}

  private static StreamReadConstraints limits(int maxStringChars) {
    return StreamReadConstraints.builder()
        .maxNestingDepth(MAX_DEPTH)
        .maxStringLength(maxStringChars)
        .maxNameLength(256)
        .maxNumberLength(64)
        .build();
  }

  /** Refuses what cannot be JSON text in UTF-8 before a parser guesses at it. */
  static void requireText(byte[] payload) throws MalformedException {
    if (payload.length == 0) {
      throw new MalformedException(RefusalReason.MESSAGE_EMPTY, "the message has no bytes");
    }
    if (Compression.of(payload) != Compression.NONE) {
      throw new MalformedException(
          RefusalReason.COMPRESSION_NOT_SUPPORTED_YET,
          "the message is compressed with %s; this format has no compression"
              .formatted(Compression.of(payload)));
    }
    if (payload[0] == 0 || (payload.length > 1 && payload[1] == 0)) {
      throw new MalformedException(RefusalReason.JSON_SYNTAX, NO_TEXT);
    }
  }

  static boolean hasByteOrderMark(byte[] payload) {
    return startsWith(payload, BYTE_ORDER_MARK);
  }

  private static boolean startsWith(byte[] payload, byte[] magic) {
    return payload.length >= magic.length
        && Arrays.equals(payload, 0, magic.length, magic, 0, magic.length);
  }

  /** Says why a parser gave up; reading from memory fails by what is read only. */
  static MalformedException malformed(IOException e) {
    return e instanceof JsonProcessingException json
        ? malformed(json)
        : new MalformedException(RefusalReason.JSON_SYNTAX, NO_TEXT);
  }

  private static MalformedException malformed(JsonProcessingException e) {
    String detail = words(e) + place(e.getLocation());
    if (e instanceof StreamConstraintsException) {
      return new MalformedException(RefusalReason.JSON_LIMIT, detail);
    }
    return e.getOriginalMessage().startsWith("Duplicate field")
        ? new MalformedException(RefusalReason.JSON_DUPLICATE_KEY, detail)
        : new MalformedException(RefusalReason.JSON_SYNTAX, detail);
  }

  /** The parser's words without where it believes the source to be. */
  private static String words(JsonProcessingException e) {
    return SOURCE.matcher(e.getOriginalMessage()).replaceAll("");
  }

  private static String place(JsonLocation location) {
    return location == null ? "" : " (byte %d)".formatted(location.getByteOffset());
  }

  /** Whether a text occurs in a payload; only for hints. */
  static boolean mentions(byte[] payload, String text) {
    return new String(payload, StandardCharsets.ISO_8859_1).contains(text);
  }

  static int offset(JsonLocation location) {
    return (int) location.getByteOffset();
  }

  /** Returns the bytes of the value the parser has just read. */
  static byte[] slice(byte[] payload, int from, JsonParser parser) {
    return Arrays.copyOfRange(payload, from, offset(parser.currentLocation()));
  }
}
