package org.airwitness.airspace.format;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text of the HTML fragments that viewers put into descriptions. */
final class HtmlText {
  private static final Pattern BREAK = Pattern.compile("(?i)<(br|/p|/tr|/div|/li)\\b[^>]*>");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern ENTITY = Pattern.compile("&(#?\\w{1,8});");
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\u00A0]+");
  private static final Map<String, String> NAMED =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

  private HtmlText() {}

  /** The text without tags, entities decoded, one line per block. */
  static String plain(String html) {
    String lines = BREAK.matcher(html).replaceAll("\n");
    String text = TAG.matcher(lines).replaceAll("");
    String decoded =
        ENTITY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match)));
    return BLANKS.matcher(decoded).replaceAll(" ").strip();
  }

  private static String character(MatchResult entity) {
    String name = entity.group(1);
    if (!name.startsWith("#")) {
      return NAMED.getOrDefault(name, entity.group());
    }
    try {
      boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
      int code =
          hexadecimal
              ? Integer.parseInt(name.substring(2), 16)
              : Integer.parseInt(name.substring(1));
      return Character.toString(code);
    } catch (IllegalArgumentException e) {
      return entity.group();
    }
  }
}
