package org.airwitness.zone.rest;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.airwitness.platform.rest.ProblemException;
import org.airwitness.zone.core.ZoneSource;
import org.jspecify.annotations.Nullable;

/**
 * Where a set is to be fetched from.
 *
 * @param interval ISO 8601 duration from PT5M to P30D; a day if absent
 */
record SourceRequest(@Nullable String url, @Nullable String interval) {
  String checkedUrl() {
    if (url == null || url.isBlank()) {
      throw ProblemException.badRequest("url", "url is required");
    }
    return url;
  }

  Duration checkedInterval() {
    if (interval == null) {
      return ZoneSource.DEFAULT_INTERVAL;
    }
    try {
      Duration wanted = Duration.parse(interval);
      if (wanted.compareTo(ZoneSource.MIN_INTERVAL) >= 0
          && wanted.compareTo(ZoneSource.MAX_INTERVAL) <= 0) {
        return wanted;
      }
    } catch (DateTimeParseException e) {
      // The same words serve.
    }
    throw ProblemException.badRequest(
        "interval", "interval is an ISO 8601 duration from PT5M to P30D, for example PT6H");
  }
}
