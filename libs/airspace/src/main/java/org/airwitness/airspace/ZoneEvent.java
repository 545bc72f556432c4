package org.airwitness.airspace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened between one track and one zone.
 *
 * @param eventId derived from agency, track, zone, type, time and episode; a replay gives the same
 * @param type what happened
 * @param reason why the episode ended; for {@link Type#EXIT} only
 * @param trackId the track
 * @param zoneId the zone
 * @param zoneName the name of the zone when the track entered
 * @param restriction what the zone asked when the track entered
 * @param time time of the fix, of the loss of the track, or of the change of zones
 * @param position where the fix was; null when no fix caused the event
 * @param vertical whether the height lay in the zone; null when not judged because the track is not
 *     over the zone
 * @param heightMethod source of the height; null together with {@code vertical}
 * @param marginal the vertical verdict would change within the uncertainty of the height
 * @param enterEventId the episode: id of its ENTER event, the same on INSIDE and EXIT
 */
public record ZoneEvent(
    UUID eventId,
    Type type,
    @Nullable ExitReason reason,
    UUID trackId,
    UUID zoneId,
    String zoneName,
    Restriction restriction,
    Instant time,
    @Nullable Position position,
    @Nullable VerticalVerdict vertical,
    @Nullable HeightMethod heightMethod,
    boolean marginal,
    UUID enterEventId) {

  /** What happened. */
  public enum Type {
    /** The first fix inside: over the zone, zone active, height not ruled out. */
    ENTER,
    /** Heartbeat of an episode, every 10 s since the ENTER. */
    INSIDE,
    /** The episode is over. */
    EXIT
  }

  /** Why an episode ended. */
  public enum ExitReason {
    /** The track is no longer within the shape or the limits. */
    LEFT,
    /** The track ended. */
    TRACK_LOST,
    /** The zone is gone or asks nothing any more. */
    ZONE_REMOVED,
    /** The zone stopped applying while the track was inside. */
    ZONE_INACTIVE
  }
}
