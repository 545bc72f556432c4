package org.airwitness.ingest.core.format;

import java.util.Locale;
import org.airwitness.ingest.core.ClaimedId;
import org.jspecify.annotations.Nullable;

/** Names that decoders give the ID types of Remote ID. */
final class IdTypes {
  private IdTypes() {}

  static ClaimedId.Type of(@Nullable String name) {
    String plain = name == null ? "" : name.toLowerCase(Locale.ROOT);
    if (plain.startsWith("serial")) {
      return ClaimedId.Type.SERIAL;
    }
    if (plain.startsWith("caa")) {
      return ClaimedId.Type.CAA;
    }
    if (plain.startsWith("utm")) {
      return ClaimedId.Type.UTM;
    }
    if (plain.contains("session")) {
      return ClaimedId.Type.SESSION;
    }
    return plain.startsWith("none") ? ClaimedId.Type.UNTYPED : ClaimedId.Type.FEED;
  }
}
