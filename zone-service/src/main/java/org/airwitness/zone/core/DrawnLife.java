package org.airwitness.zone.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a drawn feature says of its own life: {@code properties.status}, {@code validFrom} and
 * {@code validUntil}.
 *
 * @param issues what of it cannot be used
 */
record DrawnLife(ZoneStatus status, Validity validity, List<Issue> issues) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads a feature that its format's reader has read. */
  static DrawnLife of(String feature) {
    JsonNode properties = properties(feature);
    List<Issue> issues = new ArrayList<>();
    ZoneStatus status = status(properties.path("status"), issues);
    Instant from = time(properties, "validFrom", issues);
    Instant until = time(properties, "validUntil", issues);
    if (from != null && until != null && !from.isBefore(until)) {
      issues.add(refused("validUntil", "TIME_ORDER", "validUntil is after validFrom"));
      until = null;
    }
    return new DrawnLife(status, new Validity(from, until), List.copyOf(issues));
  }

  private static ZoneStatus status(JsonNode member, List<Issue> issues) {
    return switch (member.asText("")) {
      case "", "active" -> ZoneStatus.ACTIVE;
      case "draft" -> ZoneStatus.DRAFT;
      default -> {
        issues.add(
            refused("status", "ENUM_UNKNOWN", "a zone is drawn with status draft or active"));
        yield ZoneStatus.DRAFT;
      }
    };
  }

  private static @Nullable Instant time(JsonNode properties, String name, List<Issue> issues) {
    JsonNode member = properties.path(name);
    if (member.isMissingNode() || member.isNull()) {
      return null;
    }
    try {
      return Instant.parse(member.asText()).truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      issues.add(refused(name, "TIME_FORMAT", name + " is a time such as 2026-03-01T12:00:00Z"));
      return null;
    }
  }

  private static Issue refused(String member, String code, String message) {
    return new Issue("/properties/" + member, code, Severity.ERROR, message);
  }

  private static JsonNode properties(String feature) {
    try {
      return JSON.readTree(feature).path("properties");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
  }
}
