package org.airwitness.zone.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.airwitness.platform.rest.ProblemException;
import org.airwitness.zone.core.ZoneStatus;
import org.airwitness.zone.store.ZoneFilter;
import org.jspecify.annotations.Nullable;

/** Query parameters that say which zones are meant; without any, all that are active. */
public class ZoneFilterParameters {
  private static final String ANY = "any";

  @QueryParam("bbox")
  @Nullable String bbox;

  @QueryParam("status")
  @Nullable String status;

  @QueryParam("set")
  @Nullable String set;

  ZoneFilter filter() {
    return new ZoneFilter(
        BoxParameter.read(bbox), status(), Optional.ofNullable(set).map(this::set));
  }

  private Optional<ZoneStatus> status() {
    if (status == null) {
      return Optional.of(ZoneStatus.ACTIVE);
    }
    if (status.equals(ANY)) {
      return Optional.empty();
    }
    return Optional.of(
        ZoneStatus.find(status)
            .orElseThrow(() ->
                ProblemException.badRequest(
                    "status", "status is one of %s, any".formatted(ZoneStatus.labels()))));
  }

  private UUID set(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("set", "set is the id of a set of zones, a UUID");
    }
  }
}
