package org.airwitness.standalone.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

/**
 * The JSON values of a file one after the other; a broken one is an {@link UncheckedIOException}.
 */
record JsonNodes(MappingIterator<JsonNode> values) implements Iterator<JsonNode> {

  @Override
  public boolean hasNext() {
    try {
      return values.hasNextValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public JsonNode next() {
    try {
      return values.nextValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
