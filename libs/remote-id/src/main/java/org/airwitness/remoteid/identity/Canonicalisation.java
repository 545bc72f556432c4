package org.airwitness.remoteid.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.airwitness.remoteid.BasicId;
import org.airwitness.remoteid.UasId;

/** Finds the identity behind claimed identifiers; empty for placeholders and unusable ones. */
final class Canonicalisation {
  private static final int UUID_CHARS = 36;

  private Canonicalisation() {}

  static Optional<Identity> find(List<BasicId> basicIds) {
    List<Identity> found = new ArrayList<>();
    for (BasicId basicId : basicIds) {
      find(basicId).ifPresent(found::add);
    }
    found.sort(Comparator.comparing(identity -> identity.id().kind()));
    return found.isEmpty() ? Optional.empty() : Optional.of(join(found));
  }

  private static Identity join(List<Identity> found) {
    Identity first = found.getFirst();
    Set<DroneId> aliases = new LinkedHashSet<>();
    for (Identity identity : found) {
      aliases.add(identity.id());
      aliases.addAll(identity.aliases());
    }
    aliases.remove(first.id());
    return new Identity(first.id(), aliases, first.confidence());
  }

  private static Optional<Identity> find(BasicId basicId) {
    return switch (basicId.id()) {
      case null -> Optional.empty();
      case UasId.Text text -> find(text.text(), IdSource.of(basicId.idType()));
      case UasId.Utm utm -> found(DroneId.Kind.UTM, utm.uuid().toString());
      case UasId.Session session -> found(DroneId.Kind.SESSION, session.bytes().hex());
    };
  }

  static Optional<Identity> find(String claimed, IdSource source) {
    return ClaimedText.find(claimed)
        .map(text ->
            switch (source) {
              case SERIAL, FEED -> serialOr(DroneId.Kind.UNCLASSIFIED, text);
              case CAA -> serialOr(DroneId.Kind.CAA, text);
              case UTM -> uuid(text);
              case SESSION -> session(text);
              case NONE -> identity(DroneId.Kind.UNCLASSIFIED, text);
              case DJI -> DjiSerial.identify(text);
            });
  }

  private static Identity serialOr(DroneId.Kind kind, String text) {
    return identity(
        SerialNumber.check(text) == SerialNumber.Form.OK ? DroneId.Kind.SERIAL : kind, text);
  }

  private static Identity uuid(String text) {
    if (text.length() == UUID_CHARS) {
      try {
        return identity(DroneId.Kind.UTM, UUID.fromString(text).toString());
      } catch (IllegalArgumentException _) {
        // not a UUID after all
      }
    }
    return serialOr(DroneId.Kind.UNCLASSIFIED, text);
  }

  private static Identity session(String text) {
    return isHex(text)
        ? identity(DroneId.Kind.SESSION, text.toLowerCase(Locale.ROOT))
        : identity(DroneId.Kind.UNCLASSIFIED, text);
  }

  private static boolean isHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return text.length() % 2 == 0;
  }

  static Identity identity(DroneId.Kind kind, String value) {
    return Identity.of(new DroneId(kind, value));
  }

  private static Optional<Identity> found(DroneId.Kind kind, String value) {
    return Optional.of(identity(kind, value));
  }
}
