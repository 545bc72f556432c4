package org.airwitness.airspace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * State of one track worth keeping over a restart: which zones it approaches or is in since when.
 *
 * <p>It changes only near the boundary of a zone. Without episodes it still guards against older
 * fixes being delivered again; keep it for as long as that may happen.
 *
 * @param trackId the track
 * @param sequence fixes up to this one have been accounted for
 * @param lastFixAt until when all was decided at the last change: the time of the latest fix, or of
 *     a window edge that came later without one; null when there was neither
 * @param episodes what goes on, by zone id
 */
public record Presence(
    UUID trackId, long sequence, @Nullable Instant lastFixAt, List<Episode> episodes) {
  public Presence {
    episodes = List.copyOf(episodes);
  }
}
