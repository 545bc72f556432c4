package org.airwitness.ingest.core.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a message into its items however they are joined: back to back, one to a line, or in arrays.
 * What is no object is an item as well, up to the end of its line, so that a broken item costs
 * itself and not its neighbours. Takes time in proportion to the length.
 */
final class ItemSplitter {
  /** What an array at the top level is. */
  enum Lists {
    /** Several items. */
    OF_ITEMS,
    /** One item. */
    AS_ITEM
  }

  private final byte[] text;
  private final Lists lists;
  private final int maxItems;
  private int at;

  /** Whether an object has been found to have no end, so that others are no longer trusted to. */
  private boolean unbalanced;

  private ItemSplitter(byte[] text, Lists lists, int maxItems) {
    this.text = text;
    this.lists = lists;
    this.maxItems = maxItems;
  }

  /** Returns the exact bytes of each item; one more than {@code maxItems} when there are more. */
  static List<byte[]> split(byte[] text, Lists lists, int maxItems) {
    return new ItemSplitter(text, lists, maxItems).split();
  }

  private List<byte[]> split() {
    List<byte[]> items = new ArrayList<>();
    skipSeparators();
    while (at < text.length && items.size() <= maxItems) {
      int end = opens(at) ? endOfValue() : endOfText();
      items.add(trimmed(at, end));
      at = end;
      skipSeparators();
    }
    return items;
  }

  private void skipSeparators() {
    while (at < text.length && isSeparator(at)) {
      at++;
    }
  }

  private boolean isSeparator(int i) {
    if (isBlank(text[i]) || text[i] == ',') {
      return true;
    }
    return lists == Lists.OF_ITEMS && (text[i] == ']' || text[i] == '[' && opensList(i));
  }

  /** Whether a bracket begins a list rather than a line of text. */
  private boolean opensList(int bracket) {
    int next = bracket + 1;
    while (next < text.length && isBlank(text[next])) {
      next++;
    }
    return next == text.length || "{[]".indexOf(text[next]) >= 0;
  }

  private boolean opens(int i) {
    return text[i] == '{' || lists == Lists.AS_ITEM && text[i] == '[' && opensList(i);
  }

  private int endOfValue() {
    int next = nextStart();
    int end = balancedEnd(unbalanced ? next : text.length);
    if (end > 0) {
      return end;
    }
    unbalanced = true;
    return next;
  }

  /** Returns where the bracket that opens here is closed, -1 when it is not before the limit. */
  private int balancedEnd(int limit) {
    int depth = 0;
    boolean quoted = false;
    for (int i = at; i < limit; i++) {
      byte c = text[i];
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        } else if (c == '\n') {
          return -1; // no JSON string goes over a line
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
        if (depth == 0) {
          return i + 1;
        }
      }
    }
    return -1;
  }

  /** Returns where the next line begins that looks like an item, or the end. */
  private int nextStart() {
    for (int i = at + 1; i < text.length; i++) {
      if (text[i - 1] == '\n' && opens(i)) {
        return i;
      }
    }
    return text.length;
  }

  private int endOfText() {
    int end = at + 1;
    while (end < text.length && text[end] != '\n' && text[end] != '{') {
      end++;
    }
    return end;
  }

  private byte[] trimmed(int from, int end) {
    int last = end;
    while (last > from + 1 && isBlank(text[last - 1])) {
      last--;
    }
    return Arrays.copyOfRange(text, from, last);
  }

  private static boolean isBlank(byte c) {
    return c >= 0 && c <= ' ';
  }
}
