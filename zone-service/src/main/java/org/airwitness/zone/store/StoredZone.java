package org.airwitness.zone.store;

import java.time.Instant;
import java.util.UUID;
import org.airwitness.zone.core.Validity;
import org.airwitness.zone.core.ZoneStatus;
import org.jspecify.annotations.Nullable;

/**
 * A zone as it is shown.
 *
 * @param version grows by one with every change of it
 * @param set the published set it belongs to, null for one that was drawn
 * @param shared whether it is the platform's and the agency subscribes to it: nothing to change
 *     here
 * @param feature GeoJSON text of its content
 */
public record StoredZone(
    UUID id,
    int version,
    ZoneStatus status,
    Validity validity,
    @Nullable UUID set,
    boolean shared,
    Instant createdAt,
    Instant changedAt,
    String feature) {

  /** The feature with what is known of the zone's life among its properties. */
  public String view() {
    StringBuilder view = new StringBuilder(feature.length() + 200);
    // The feature ends with its properties, which are not empty.
    view.append(feature, 0, feature.length() - 2);
    add(view, "status", status.label());
    view.append(",\"version\":").append(version);
    add(view, "validFrom", validity.from());
    add(view, "validUntil", validity.until());
    add(view, "set", set);
    if (shared) {
      view.append(",\"shared\":true");
    }
    add(view, "createdAt", createdAt);
    add(view, "changedAt", changedAt);
    return view.append("}}").toString();
  }

  private static void add(StringBuilder view, String name, @Nullable Object value) {
    if (value != null) {
      view.append(",\"").append(name).append("\":\"").append(value).append('"');
    }
  }
}
