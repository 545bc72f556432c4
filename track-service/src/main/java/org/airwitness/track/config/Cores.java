package org.airwitness.track.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.airwitness.contract.DeterministicId;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.track.core.Trackers;
import org.airwitness.tracking.TrackerLimits;

/** Wires the core. */
@ApplicationScoped
class Cores {
  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }

  @Produces
  @Singleton
  Trackers trackers(TrackConfig config, InstantSource clock) {
    var limits =
        new TrackerLimits(
            config.lostAfter(),
            config.forgetAfter(),
            config.flightGap(),
            config.maxTracksPerAgency());
    return new Trackers(limits, Cores::trackId, clock.instant());
  }

  private static UUID trackId(AgencyId agency, String droneId, Instant firstSeenAt) {
    return DeterministicId.of("track")
        .with(agency.value())
        .with(droneId)
        .with(firstSeenAt.toString())
        .toUuid();
  }
}
