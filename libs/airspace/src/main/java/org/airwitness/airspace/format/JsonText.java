package org.airwitness.airspace.format;

import com.fasterxml.jackson.databind.node.TextNode;

/** Text as JSON. */
final class JsonText {
  private JsonText() {}

  static String of(String text) {
    return TextNode.valueOf(text).toString();
  }
}
