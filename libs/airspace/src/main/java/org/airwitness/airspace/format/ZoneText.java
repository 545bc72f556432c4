package org.airwitness.airspace.format;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.airwitness.airspace.Authority;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.Reason;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.Variant;
import org.jspecify.annotations.Nullable;

/** Words that both zone formats share: restrictions, reasons and vertical datums. */
final class ZoneText {
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private ZoneText() {}

  /**
   * Restriction in either standard's spelling and any case; nothing for another word.
   *
   * @param authorisation how the format spells REQ_AUTHORISATION
   */
  static Optional<Restriction> restriction(JsonAt member, String word, String authorisation) {
    String upper = word.toUpperCase(Locale.ROOT);
    Optional<Restriction> found = find(Restriction.class, upper.replace("ZATION", "SATION"));
    if (found.isPresent() && !spelled(found.get(), authorisation).equals(word)) {
      member.info("ENUM_SPELLING", word + " read as " + found.get());
    }
    return found;
  }

  private static String spelled(Restriction restriction, String authorisation) {
    return restriction == Restriction.REQ_AUTHORISATION ? authorisation : restriction.name();
  }

  /** Known reasons, each once; an unknown word is reported and left to the raw text. */
  static List<Reason> reasons(JsonAt member) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    for (JsonAt item : member.items()) {
      String word = item.text();
      if (word != null) {
        String spelled = word.toUpperCase(Locale.ROOT).replace(' ', '_');
        Optional<Reason> found = find(Reason.class, spelled);
        found.ifPresent(reasons::add);
        reportReason(item, word, spelled, found);
      }
    }
    return List.copyOf(reasons);
  }

  private static void reportReason(
      JsonAt item, String word, String spelled, Optional<Reason> found) {
    if (found.isEmpty()) {
      item.warn("ENUM_UNKNOWN", word + " is none of " + Arrays.toString(Reason.values()));
    } else if (!spelled.equals(word)) {
      item.info("ENUM_SPELLING", word + " read as " + spelled);
    }
  }

  /** Variant of the zone; nothing when absent or unknown. */
  static Optional<Variant> variant(JsonAt member) {
    return word(member, Variant.class);
  }

  /** Purpose of an authority; nothing when absent or unknown. */
  static Optional<Authority.Purpose> purpose(JsonAt member) {
    return word(member, Authority.Purpose.class);
  }

  static <E extends Enum<E>> Optional<E> word(JsonAt member, Class<E> type) {
    String word = member.text();
    if (word == null) {
      return Optional.empty();
    }
    Optional<E> found = find(type, word.toUpperCase(Locale.ROOT));
    if (found.isEmpty()) {
      member.warn("ENUM_UNKNOWN", word + " is none of " + Arrays.toString(type.getEnumConstants()));
    } else if (!found.get().name().equals(word)) {
      member.info("ENUM_SPELLING", word + " read as " + found.get());
    }
    return found;
  }

  /** YES as true, NO as false, null when absent or another word. */
  static @Nullable Boolean yesNo(JsonAt member) {
    return switch (String.valueOf(member.text()).toUpperCase(Locale.ROOT)) {
      case "YES" -> true;
      case "NO" -> false;
      default -> null;
    };
  }

  /** Whole number, null when absent or another. */
  static @Nullable Integer integer(JsonAt member) {
    OptionalDouble number = member.number();
    return number.isPresent() && number.getAsDouble() == (int) number.getAsDouble()
        ? (int) number.getAsDouble()
        : null;
  }

  /** U-space classes, of a list or separated by commas; the word no, in any case, is none. */
  static List<String> uSpaceClasses(JsonAt member) {
    List<JsonAt> items = member.node().isArray() ? member.items() : List.of(member);
    return items.stream()
        .map(JsonAt::text)
        .filter(Objects::nonNull)
        .flatMap(COMMA::splitAsStream)
        .filter(text -> !text.equalsIgnoreCase("NO"))
        .toList();
  }

  /** Vertical datum; AGL with an issue when absent or unknown. */
  static Datum datum(JsonAt member) {
    String word = member.text();
    if (word == null) {
      member.info("VERT_DATUM_ASSUMED", "no vertical reference: AGL assumed");
      return Datum.AGL;
    }
    Optional<Datum> found = find(Datum.class, word.toUpperCase(Locale.ROOT));
    if (found.isEmpty()) {
      member.warn("ENUM_UNKNOWN", word + " is none of AGL, AMSL, WGS84, STD: AGL assumed");
    }
    return found.orElse(Datum.AGL);
  }

  static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst();
  }
}
