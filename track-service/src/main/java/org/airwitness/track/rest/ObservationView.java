package org.airwitness.track.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.airwitness.track.core.StoredObservation;
import org.jspecify.annotations.Nullable;

/** One observation in history. */
public record ObservationView(
    UUID observationId,
    UUID trackId,
    String sensor,
    Instant observedAt,
    @Nullable Instant receivedAt,
    @JsonUnwrapped MotionView motion,
    @Nullable Integer rssiDbm) {

  static ObservationView of(StoredObservation stored) {
    return new ObservationView(
        stored.id(),
        stored.track(),
        stored.sensor(),
        stored.observedAt(),
        stored.receivedAt(),
        MotionView.of(stored.fix()),
        stored.rssiDbm());
  }
}
