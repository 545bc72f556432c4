package org.airwitness.zone.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.airwitness.airspace.Zone;

/**
 * A zone that has been read, in the form in which it is stored and shown.
 *
 * @param zone what the format's reader made of it, with the id under which it is kept
 * @param contentHash equal for equal published content
 * @param feature GeoJSON text
 * @param extent box around it
 * @param createdAt when this content came in
 */
public record ZoneDraft(
    Zone zone,
    ZoneFormat format,
    String contentHash,
    String feature,
    Extent extent,
    Instant createdAt) {

  static ZoneDraft of(Zone zone, ZoneFormat format, Instant createdAt) {
    ObjectNode feature = ZoneFeature.of(zone, format, createdAt);
    return new ZoneDraft(
        zone,
        format,
        ContentHash.of(zone.raw()),
        feature.toString(),
        ZoneFeature.extent(feature),
        createdAt);
  }

  /** Text from which its format makes the zone again. */
  public String stored() {
    return format.stored(zone);
  }

  public UUID id() {
    return zone.id();
  }
}
