package org.airwitness.ingest.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.airwitness.ingest.core.format.ItemSplitter.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemSplitterTest {
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    "{\"a\":1}",
    "[{\"b\":[2]}]",
    "\"",
    "\\",
    "\n",
    "\r\n",
    ",",
    " ",
    "\0",
    "text",
    "[note] x",
    "\u00e9\u4e2d",
    "}\n{",
    ":"
  };

  /** Each byte is in one item or is a separator, in the order of the text. */
  @ParameterizedTest
  @EnumSource
  void noByteIsLostOrMovedOrDoubled(Lists lists) {
    Random random = new Random(20_260_301);
    for (int round = 0; round < 20_000; round++) {
      String text = randomText(random);

      List<String> items = split(text, lists);

      assertConserved(latin(text), items, lists);
    }
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(24); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static void assertConserved(String text, List<String> items, Lists lists) {
    int at = 0;
    for (String item : items) {
      assertThat(item).isNotEmpty();
      int begin = text.indexOf(item, at);
      assertThat(begin).as("<%s> in <%s>, of %s", item, text, items).isNotNegative();
      assertSeparators(text.substring(at, begin), text, lists);
      at = begin + item.length();
    }
    assertSeparators(text.substring(at), text, lists);
  }

  private static void assertSeparators(String between, String text, Lists lists) {
    String separators = lists == Lists.OF_ITEMS ? "[\0-\\x20,\\[\\]]*" : "[\0-\\x20,]*";
    assertThat(between).as("between items of <%s>", text).matches(separators);
  }

  @Test
  void aBrokenItemCostsItselfAlone() {
    assertThat(split("{\"a\":1}\n{\"b\":\n{\"c\":3}\nnoise{\"d\":4}", Lists.OF_ITEMS))
        .containsExactly("{\"a\":1}", "{\"b\":", "{\"c\":3}", "noise", "{\"d\":4}");
  }

  @Test
  void bracketsInStringsCloseNothing() {
    assertThat(split("{\"a\":\"}]\\\"{\"},{\"b\":2}", Lists.OF_ITEMS))
        .containsExactly("{\"a\":\"}]\\\"{\"}", "{\"b\":2}");
  }

  /** As Latin-1, so that characters are bytes. */
  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static List<String> split(String text, Lists lists) {
    return ItemSplitter.split(text.getBytes(StandardCharsets.UTF_8), lists, 1000).stream()
        .map(item -> new String(item, StandardCharsets.ISO_8859_1))
        .toList();
  }
}
