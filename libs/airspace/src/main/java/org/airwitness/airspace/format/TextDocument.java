package org.airwitness.airspace.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.airwitness.airspace.Severity;

/** Turns the bytes of a document into text within limits. */
final class TextDocument {
  /** Largest document accepted. */
  static final int MAX_BYTES = 256 * 1024 * 1024;

  private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TextDocument() {}

  /** Text of a format that is UTF-8; nothing after reporting why it cannot be read. */
  static Optional<String> utf8(byte[] document, Issues issues) {
    if (tooLarge(document, issues)) {
      return Optional.empty();
    }
    try {
      return Optional.of(withoutMark(strictly(document), issues));
    } catch (CharacterCodingException e) {
      issues.add("", "DOC_ENCODING", Severity.FATAL, "the document is not UTF-8 text");
      return Optional.empty();
    }
  }

  /** Text of a format without a fixed encoding: UTF-8, else windows-1252. */
  static Optional<String> utf8OrWindows(byte[] document, Issues issues) {
    if (tooLarge(document, issues)) {
      return Optional.empty();
    }
    try {
      return Optional.of(withoutMark(strictly(document), issues));
    } catch (CharacterCodingException e) {
      issues.add("", "DOC_ENCODING", Severity.WARN, "not UTF-8 text; read as windows-1252");
      return Optional.of(new String(document, OLD_WINDOWS));
    }
  }

  private static boolean tooLarge(byte[] document, Issues issues) {
    if (document.length > MAX_BYTES) {
      issues.add(
          "",
          "DOC_SIZE",
          Severity.FATAL,
          "the document has " + document.length + " bytes; at most " + MAX_BYTES + " are read");
    }
    return document.length > MAX_BYTES;
  }

  private static String strictly(byte[] document) throws CharacterCodingException {
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
  }

  private static String withoutMark(String text, Issues issues) {
    if (text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK) {
      return text;
    }
    issues.add("", "DOC_BOM", Severity.INFO, "the document begins with a byte-order mark");
    return text.substring(1);
  }
}
