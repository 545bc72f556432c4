package org.airwitness.zone.messaging;

import java.time.Instant;
import java.util.UUID;
import org.airwitness.contract.DeterministicId;
import org.airwitness.contract.v1.DroneIdType;
import org.airwitness.contract.v1.Fix;
import org.airwitness.contract.v1.HeightReference;
import org.airwitness.contract.v1.Identity;
import org.airwitness.contract.v1.Position;
import org.airwitness.contract.v1.TrackStatus;
import org.airwitness.contract.v1.TrackUpdate;

/** One flight of one drone as track-service tells it: a fix each second, 20 m above ground. */
public final class Flight {
  static final Instant START = Instant.ofEpochSecond(1_780_000_000L);

  private final Instant start;
  private final String agency;
  private final UUID trackId = UUID.randomUUID();
  private long sequence;
  private Fix last = Fix.getDefaultInstance();

  public Flight(String agency) {
    this(agency, START);
  }

  /** Flight whose first fix comes one second after a time. */
  public Flight(String agency, Instant start) {
    this.agency = agency;
    this.start = start;
  }

  public UUID trackId() {
    return trackId;
  }

  /** The next update: the drone is there one second later. */
  public TrackUpdate at(double lonDeg, double latDeg) {
    TrackUpdate.Builder update = next(TrackStatus.TRACK_STATUS_LIVE).setFixIsNew(true);
    if (last.hasPosition()) {
      update.setPreviousFix(last);
    }
    last =
        Fix.newBuilder()
            .setTimeUs(ZoneEventEncoder.micros(start.plusSeconds(sequence)))
            .setPosition(
                Position.newBuilder()
                    .setLatE7((int) Math.round(latDeg * 1e7))
                    .setLonE7((int) Math.round(lonDeg * 1e7)))
            .setHeightCm(2000)
            .setHeightReference(HeightReference.HEIGHT_REFERENCE_GROUND)
            .build();
    return update.setFix(last).setLastSeenAtUs(last.getTimeUs()).build();
  }

  /** The next update: heard again, nothing new about where. */
  public TrackUpdate heard() {
    return next(TrackStatus.TRACK_STATUS_LIVE).setFix(last).build();
  }

  /** The last update. */
  public TrackUpdate lost() {
    return next(TrackStatus.TRACK_STATUS_LOST)
        .setFix(last)
        .setLastSeenAtUs(last.getTimeUs() + 500_000)
        .build();
  }

  private TrackUpdate.Builder next(TrackStatus status) {
    sequence++;
    return TrackUpdate.newBuilder()
        .setTrackId(DeterministicId.toWire(trackId))
        .setAgencyId(agency)
        .setSequence(sequence)
        .setStatus(status)
        .setIdentity(
            Identity.newBuilder()
                .setDroneId("serial:1581F4XF")
                .setType(DroneIdType.DRONE_ID_TYPE_SERIAL)
                .setUasId("1581F4XF")
                .setOperatorId("FIN87astrdge12k8"));
  }
}
