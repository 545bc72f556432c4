package org.airwitness.airspace.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airwitness.airspace.DayTime;
import org.airwitness.airspace.ZoneKey;
import org.jspecify.annotations.Nullable;

/** Texts, times and numbers in the form that ED-269 and ED-318 ask for. */
final class WrittenText {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final Duration DAY = Duration.ofHours(24);
  private static final int MILLIS_PER_HUNDREDTH = 10;
  private static final String MORE = "…";
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_-]{1,7}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s,;]+@[^@\\s,;]+");
  private static final int BASE = 36;

  private WrittenText() {}

  /** {@code YYYY-MM-DDThh:mm:ss.ccZ}. */
  static String dateTime(Instant time) {
    int millis = time.getNano() / 1_000_000;
    String fraction =
        millis % MILLIS_PER_HUNDREDTH == 0
            ? "%02d".formatted(millis / MILLIS_PER_HUNDREDTH)
            : "%03d".formatted(millis);
    return SECONDS.format(time) + "." + fraction + "Z";
  }

  /** {@code hh:mm:ss.ccZ}, with an offset where there is one; midnight at the end is 23:59:59. */
  static String timeOfDay(DayTime.Clock clock) {
    Duration time = clock.sinceMidnight().equals(DAY) ? DAY.minusSeconds(1) : clock.sinceMidnight();
    return "%02d:%02d:%02d.%02d%s"
        .formatted(
            time.toHoursPart(),
            time.toMinutesPart(),
            time.toSecondsPart(),
            time.toMillisPart() / MILLIS_PER_HUNDREDTH,
            clock.offset());
  }

  /** The text, or as many of its words as fit and an ellipsis. */
  static String cut(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    String head = text.substring(0, maxLength - MORE.length());
    int lastBlank = head.lastIndexOf(' ');
    String words = lastBlank > 0 ? head.substring(0, lastBlank) : head;
    return withoutHalfCharacter(words) + MORE;
  }

  private static String withoutHalfCharacter(String text) {
    boolean half = !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
    return half ? text.substring(0, text.length() - 1) : text;
  }

  /** The first of the e-mail addresses in a text; null when there is none. */
  static @Nullable String email(@Nullable String published) {
    Matcher address = EMAIL.matcher(published == null ? "" : published);
    return address.find() ? address.group() : null;
  }

  /** The number without a needless fraction. */
  static BigDecimal number(double value) {
    BigDecimal number = BigDecimal.valueOf(value).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  /** True when ED-318 allows the identifier. */
  static boolean isShortIdentifier(String identifier) {
    return IDENTIFIER.matcher(identifier).matches();
  }

  /** Seven characters that stand for a key, the same in every document. */
  static String shortIdentifier(ZoneKey key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((key.country() + "\n" + key.identifier()).getBytes(StandardCharsets.UTF_8));
      String digits = new BigInteger(1, hash).toString(BASE);
      return digits.substring(0, Ed318Fields.MAX_IDENTIFIER);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
