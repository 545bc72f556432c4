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
 * @param readAt when this content came in
 * @param status in which it begins its life
 * @param validity how long it stands
 */
public record ZoneDraft(
    Zone zone,
    ZoneFormat format,
    String contentHash,
    String feature,
    Extent extent,
    Instant readAt,
    ZoneStatus status,
    Validity validity) {

  static ZoneDraft of(Zone zone, ZoneFormat format, Instant readAt) {
    return of(zone, format, readAt, ZoneStatus.ACTIVE, Validity.ALWAYS);
  }

  static ZoneDraft of(
      Zone zone, ZoneFormat format, Instant readAt, ZoneStatus status, Validity validity) {
    ObjectNode feature = ZoneFeature.of(zone, format);
    return new ZoneDraft(
        zone,
        format,
        ContentHash.of(zone.raw()),
        feature.toString(),
        ZoneFeature.extent(feature),
        readAt,
        status,
        validity);
  }

  /** Text from which its format makes the zone again. */
  public String stored() {
    return format.stored(zone);
  }

  /** What it says, to be compared with what the zone said before. */
  public ZoneRevision revision() {
    return new ZoneRevision(zone, status, validity);
  }

  public UUID id() {
    return zone.id();
  }
}
