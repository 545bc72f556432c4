package org.airwitness.airspace.format;

import java.util.List;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.Zone;
import org.jspecify.annotations.Nullable;

/** What a writer could not express, by zone. */
final class Losses {
  private final Issues issues = new Issues();

  /** Something is written in another form. */
  void changed(Zone zone, String code, String message) {
    issues.add(path(zone), code, Severity.INFO, message);
  }

  /** Something is not written. */
  void lost(Zone zone, String code, String message) {
    issues.add(path(zone), code, Severity.WARN, message);
  }

  /** The first of the e-mail addresses in a text, with a loss when there is more in it. */
  @Nullable String email(Zone zone, @Nullable String published) {
    String address = WrittenText.email(published);
    if (published != null && !published.equals(address)) {
      lost(zone, "FIELD_FORMAT", "of several e-mail addresses one is written");
    }
    return address;
  }

  /** The zone is not written. */
  void refused(Zone zone, String code, String message) {
    issues.add(path(zone), code, Severity.ERROR, message);
  }

  private static String path(Zone zone) {
    return zone.key().country() + "/" + zone.key().identifier() + "/" + zone.key().ordinal();
  }

  List<Issue> list() {
    return issues.list();
  }
}
