package org.airwitness.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.airwitness.contract.DeterministicId;
import org.airwitness.contract.v1.DroneIdType;
import org.airwitness.contract.v1.Fix;
import org.airwitness.contract.v1.Identity;
import org.airwitness.contract.v1.Position;
import org.airwitness.contract.v1.Restriction;
import org.airwitness.contract.v1.VerticalVerdict;
import org.airwitness.contract.v1.ZoneEvent;
import org.airwitness.contract.v1.ZoneEventType;
import org.airwitness.contract.v1.ZoneExitReason;

/** Zone events of one stay of one drone in one zone, as zone-service publishes them. */
public final class WireEvents {
  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  public static final String SERIAL = "1581F45TB21A2016M4YX";

  private final String agency;
  private final UUID trackId = UUID.randomUUID();
  private final UUID zoneId = UUID.randomUUID();
  private final UUID episodeId = UUID.randomUUID();
  private Restriction restriction = Restriction.RESTRICTION_PROHIBITED;

  public WireEvents(String agency) {
    this.agency = agency;
  }

  public WireEvents in(Restriction kind) {
    restriction = kind;
    return this;
  }

  public UUID zoneId() {
    return zoneId;
  }

  public UUID trackId() {
    return trackId;
  }

  /** Id of the alert this stay raises. */
  public UUID alertId() {
    return DeterministicId.of("alert")
        .with("zone-violation")
        .with(trackId)
        .with(zoneId)
        .with(episodeId)
        .toUuid();
  }

  public ZoneEvent enter() {
    return event(ZoneEventType.ZONE_EVENT_TYPE_ENTER, 0).build();
  }

  public ZoneEvent inside(int second) {
    return event(ZoneEventType.ZONE_EVENT_TYPE_INSIDE, second).build();
  }

  public ZoneEvent exit(int second) {
    return event(ZoneEventType.ZONE_EVENT_TYPE_EXIT, second)
        .setExitReason(ZoneExitReason.ZONE_EXIT_REASON_LEFT)
        .build();
  }

  public ZoneEvent approaching(int second) {
    return event(ZoneEventType.ZONE_EVENT_TYPE_APPROACHING, second).setTimeToEntryMs(5_000).build();
  }

  /** A passage of 400 ms that began at that second. */
  public ZoneEvent cross(int second) {
    ZoneEvent.Builder event = event(ZoneEventType.ZONE_EVENT_TYPE_CROSS, second);
    return event.clearVerticalVerdict().setUntilUs(event.getOccurredAtUs() + 400_000).build();
  }

  public ZoneEvent activated() {
    return event(ZoneEventType.ZONE_EVENT_TYPE_ACTIVATED, 0).build();
  }

  public ZoneEvent deactivated(int second) {
    return event(ZoneEventType.ZONE_EVENT_TYPE_DEACTIVATED, second).build();
  }

  public ZoneEvent cleared(int second, ZoneExitReason reason) {
    return event(ZoneEventType.ZONE_EVENT_TYPE_CLEARED, second).setExitReason(reason).build();
  }

  private ZoneEvent.Builder event(ZoneEventType type, int second) {
    long timeUs = ChronoUnit.MICROS.between(Instant.EPOCH, START.plusSeconds(second));
    return ZoneEvent.newBuilder()
        .setEventId(DeterministicId.toWire(UUID.randomUUID()))
        .setAgencyId(agency)
        .setType(type)
        .setTrackId(DeterministicId.toWire(trackId))
        .setIdentity(
            Identity.newBuilder()
                .setDroneId("serial:" + SERIAL)
                .setType(DroneIdType.DRONE_ID_TYPE_SERIAL)
                .setUasId(SERIAL))
        .setZoneId(DeterministicId.toWire(zoneId))
        .setZoneName("Prison \"North\"")
        .setRestriction(restriction)
        .setEpisodeId(DeterministicId.toWire(episodeId))
        .setOccurredAtUs(timeUs)
        .setVerticalVerdict(VerticalVerdict.VERTICAL_VERDICT_IN)
        .setFix(
            Fix.newBuilder()
                .setTimeUs(timeUs)
                .setPosition(
                    Position.newBuilder().setLatE7(520_000_000 + second).setLonE7(130_000_000)));
  }
}
