package org.airwitness.ingest.rest;

import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.airwitness.ingest.store.QuarantineFilter;
import org.airwitness.ingest.store.QuarantineFilter.State;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.ProblemException;
import org.jspecify.annotations.Nullable;

/** The query parameters of a search in the quarantine. */
class QuarantineParameters {
  private static final int MAX_TEXT_CHARS = 200;

  @QueryParam("state")
  @DefaultValue("open")
  public String state = "open";

  @QueryParam("sensor")
  public @Nullable String sensor;

  @QueryParam("reason")
  public @Nullable String reason;

  @QueryParam("from")
  public @Nullable String from;

  @QueryParam("to")
  public @Nullable String to;

  @QueryParam("text")
  public @Nullable String text;

  /** Returns them checked. */
  QuarantineFilter filter(Caller caller) {
    return new QuarantineFilter(
        state(),
        words("sensor", sensor),
        words("reason", reason),
        time("from", from),
        time("to", to),
        text(caller));
  }

  private State state() {
    for (State known : State.values()) {
      if (known.label().equals(state)) {
        return known;
      }
    }
    throw ProblemException.badRequest("state", "state is open or resubmitted");
  }

  private @Nullable String text(Caller caller) {
    String wanted = words("text", text);
    if (wanted != null && !maySeeBytes(caller)) {
      throw new ForbiddenException("Searching bytes tells what is in them");
    }
    return wanted;
  }

  /** Refused bytes may hold a pilot's position. */
  private static boolean maySeeBytes(Caller caller) {
    return caller.hasRole(Roles.AGENCY_ADMIN) || caller.hasRole(Roles.INVESTIGATOR);
  }

  private static @Nullable String words(String field, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    if (value.length() > MAX_TEXT_CHARS || value.indexOf('\0') >= 0) {
      throw ProblemException.badRequest(
          field, field + " has at most " + MAX_TEXT_CHARS + " characters and no NUL");
    }
    return value;
  }

  private static @Nullable Instant time(String field, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw ProblemException.badRequest(
          field, field + " is a UTC time such as 2026-03-01T12:00:00Z, not '" + value + "'");
    }
  }
}
