package org.airwitness.ingest.core.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.airwitness.ingest.core.RefusalReason;

/**
 * One object, list or line of a message.
 *
 * @param index in its message, from 0
 * @param content its exact bytes
 */
@SuppressWarnings("ArrayRecordComponent") // passed once, never compared
record Item(int index, byte[] content) {

  /** Returns the item as JSON. */
  JsonNode json() throws MalformedException {
    try (JsonParser parser = Json.TOLERANT.createParser(content)) {
      JsonNode node = Json.TOLERANT.readTree(parser);
      if (parser.nextToken() != null) {
        throw new MalformedException(RefusalReason.JSON_SYNTAX, "something follows the object");
      }
      return node == null ? MissingNode.getInstance() : node;
    } catch (IOException e) {
      throw Json.malformed(e);
    }
  }

  /** Returns the item as a JSON object. */
  Fields object() throws MalformedException {
    return new Fields(json(), "");
  }

  boolean isText() {
    return content[0] != '{' && content[0] != '[';
  }

  String text() {
    return new String(content, StandardCharsets.UTF_8);
  }
}
