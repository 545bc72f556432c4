package org.airwitness.remoteid.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.airwitness.remoteid.BasicId;
import org.jspecify.annotations.Nullable;

/**
 * The one name an aircraft is known by, whichever way it was heard; written {@code kind:value}, for
 * example {@code serial:1581F5FH123456789ABC}.
 *
 * @param kind what the value is
 * @param value 1 to {@value #MAX_VALUE_CHARS} printable ASCII characters in the spelling that the
 *     canonical rules give them
 */
public record DroneId(Kind kind, String value) {
  /** The longest value; longer identifiers are not usable. */
  public static final int MAX_VALUE_CHARS = 64;

  /** What an identity is made of. */
  public enum Kind {
    /** A serial number that follows ANSI/CTA-2063-A. */
    SERIAL("serial", true),
    /** A registration of a civil aviation authority. */
    CAA("caa", true),
    /** A UUID of UAS traffic management. */
    UTM("utm", true),
    /** A session identifier: valid for one flight, never for lists or long-lived statistics. */
    SESSION("session", false),
    /** A text whose kind is unknown or which breaks the rules of its kind. */
    UNCLASSIFIED("unclassified", true),
    /** A serial number of DJI's own that could not be joined to a Remote ID serial number. */
    DJI("dji", true),
    /** The hash a receiver gives an encrypted DJI transmitter: valid for one session. */
    DJI_HASH("dji-hash", false),
    /** A transmitter address: valid for one flight. */
    ADDRESS("addr", false);

    private final String prefix;
    private final boolean lasting;

    Kind(String prefix, boolean lasting) {
      this.prefix = prefix;
      this.lasting = lasting;
    }

    /** The word before the colon. */
    public String prefix() {
      return prefix;
    }

    /** Whether the identity outlives the flight. */
    public boolean isLasting() {
      return lasting;
    }
  }

  /**
   * @throws IllegalArgumentException if the value is not usable
   */
  public DroneId {
    if (value.isEmpty() || value.length() > MAX_VALUE_CHARS || !ClaimedText.isPrintable(value)) {
      throw new IllegalArgumentException(
          "a value must be 1 to " + MAX_VALUE_CHARS + " printable ASCII characters");
    }
  }

  /**
   * The identity behind a claimed identifier, or the given one if it is a placeholder or not
   * usable. Total: never throws on a text, and applied to the value of its own result with the
   * source of its kind it gives that result again.
   *
   * @param text the identifier as received
   * @param source what it claims to be
   * @param otherwise normally the {@link #address} of the transmitter
   */
  public static Identity canonical(String text, IdSource source, DroneId otherwise) {
    return Canonicalisation.find(text, source).orElseGet(() -> Identity.of(otherwise));
  }

  /** The identity behind a Basic ID, or the given one. */
  public static Identity canonical(BasicId basicId, DroneId otherwise) {
    return canonical(List.of(basicId), otherwise);
  }

  /**
   * The identity behind the Basic IDs of one aircraft, or the given one. The first kind in the
   * order of {@link Kind} is the primary, all others are aliases.
   */
  public static Identity canonical(List<BasicId> basicIds, DroneId otherwise) {
    return Canonicalisation.find(basicIds).orElseGet(() -> Identity.of(otherwise));
  }

  /**
   * An identity made of a transmitter address.
   *
   * @param transport for example {@code wifi} or {@code ble}
   * @param address for example {@code 90:3a:e6:5b:c8:a8}; case and kind of separator do not matter
   * @throws IllegalArgumentException if either is blank, or both are too long or not printable
   */
  public static DroneId address(String transport, String address) {
    if (transport.isBlank() || address.isBlank() || transport.indexOf(':') >= 0) {
      throw new IllegalArgumentException("needs a transport without a colon, and an address");
    }
    String value = transport.strip() + ':' + address.strip().replace('-', ':');
    return new DroneId(Kind.ADDRESS, value.toLowerCase(Locale.ROOT));
  }

  /** An identity made of the hash of an encrypted DJI transmitter. */
  public static DroneId djiHash(String hash) {
    return new DroneId(Kind.DJI_HASH, hash.strip().toLowerCase(Locale.ROOT));
  }

  /** The identity a text of the form {@code kind:value} names; empty if it has another form. */
  public static Optional<DroneId> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    Kind kind = kindOf(text.substring(0, colon));
    String value = text.substring(colon + 1);
    return kind != null && isUsable(value)
        ? Optional.of(new DroneId(kind, value))
        : Optional.empty();
  }

  private static boolean isUsable(String value) {
    return !value.isEmpty() && value.length() <= MAX_VALUE_CHARS && ClaimedText.isPrintable(value);
  }

  private static @Nullable Kind kindOf(String prefix) {
    for (Kind kind : Kind.values()) {
      if (kind.prefix.equals(prefix)) {
        return kind;
      }
    }
    return null;
  }

  /** The identity as {@code kind:value}; {@link #parse} reads it. */
  public String text() {
    return kind.prefix + ':' + value;
  }

  @Override
  public String toString() {
    return text();
  }
}
