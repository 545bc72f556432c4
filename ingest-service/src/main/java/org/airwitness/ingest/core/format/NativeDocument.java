package org.airwitness.ingest.core.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.airwitness.ingest.core.RefusalReason;

/** The JSON of one batch, with the exact bytes of each item. */
record NativeDocument(ObjectNode head, List<Item> items) {
  private static final String ITEMS = "items";

  /** One element of {@code items}. */
  @SuppressWarnings("ArrayRecordComponent") // passed once, never compared
  record Item(JsonNode node, byte[] content) {}

  /** Reads one value of a batch that is alone now. */
  static JsonNode readTree(byte[] json) throws MalformedException {
    try {
      return Json.STRICT.readTree(json);
    } catch (IOException e) {
      throw Json.malformed(e);
    }
  }

  static NativeDocument parse(byte[] payload) throws MalformedException {
    Json.requireText(payload);
    if (Json.hasByteOrderMark(payload)) {
      throw new MalformedException(RefusalReason.JSON_SYNTAX, "no byte order mark is allowed");
    }
    try (JsonParser parser = Json.STRICT.createParser(payload)) {
      return parse(parser, payload);
    } catch (IOException e) {
      throw Json.malformed(e);
    }
  }

  private static NativeDocument parse(JsonParser parser, byte[] payload)
      throws IOException, MalformedException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new MalformedException(RefusalReason.JSON_SHAPE, "a batch is one JSON object");
    }
    ObjectNode head = Json.STRICT.createObjectNode();
    List<Item> items = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals(ITEMS)) {
        readItems(parser, payload, items);
      } else {
        head.set(name, Json.STRICT.<JsonNode>readTree(parser));
      }
    }
    if (parser.nextToken() != null) {
      throw new MalformedException(
          RefusalReason.JSON_SYNTAX, "nothing may follow the batch object");
    }
    return new NativeDocument(head, items);
  }

  private static void readItems(JsonParser parser, byte[] payload, List<Item> items)
      throws IOException, MalformedException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new MalformedException(RefusalReason.JSON_SHAPE, "items must be an array");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int from = Json.offset(parser.currentTokenLocation());
      JsonNode node = Json.STRICT.readTree(parser);
      items.add(new Item(node, Json.slice(payload, from, parser)));
    }
  }
}
