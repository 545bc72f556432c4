package org.airwitness.airspace.format;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Weekdays by the three letters that ED-269, ED-318 and AIXM use, and {@code ANY}. */
final class Weekdays {
  private static final List<String> WORDS =
      List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
  private static final String ANY = "ANY";

  private Weekdays() {}

  /** The days a word names, none for an unknown one. */
  static Set<DayOfWeek> named(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    if (upper.equals(ANY)) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    int day = WORDS.indexOf(upper);
    return day < 0 ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.of(DayOfWeek.of(day + 1));
  }

  /** The words for some days, Monday first; {@code ANY} for all. */
  static List<String> words(Set<DayOfWeek> days) {
    return days.size() == WORDS.size()
        ? List.of(ANY)
        : days.stream().sorted().map(day -> WORDS.get(day.getValue() - 1)).toList();
  }
}
