package org.airwitness.zone.core;

import java.time.Instant;
import java.util.UUID;
import org.airwitness.airspace.Fix;

/** What a track update means for zones. */
public sealed interface TrackChange {
  /** The track has a newer fix. */
  record Moved(Fix fix) implements TrackChange {}

  /** The track is no longer heard, since {@code at}. */
  record Lost(UUID trackId, long sequence, Instant at) implements TrackChange {}

  /** Nothing that matters here. */
  record Unmoved() implements TrackChange {}
}
