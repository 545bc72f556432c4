package org.airwitness.airspace;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened between one track and one zone.
 *
 * @param eventId derived from agency, track, zone, type, time and episode; a replay gives the same
 * @param type what happened
 * @param level how much it asks for
 * @param reason why it is over; for {@link Type#EXIT} and {@link Type#CLEARED} only
 * @param trackId the track
 * @param zoneId the zone
 * @param zoneName the name of the zone when the episode began
 * @param restriction what the zone asked when the episode began
 * @param time when it happened: between two fixes for a boundary crossed between them
 * @param until end of the passage; for {@link Type#CROSS} only
 * @param timeToEntry from the fix to the boundary in a straight line; for {@link Type#APPROACHING}
 *     when the track moves towards the zone
 * @param position where the fix was; null when no fix caused the event
 * @param vertical whether the height lay in the zone; null when not judged because the track is not
 *     over the zone
 * @param heightMethod source of the height; null together with {@code vertical}
 * @param marginal the vertical verdict would change within the uncertainty of the height
 * @param enterEventId the episode: id of the ENTER or ACTIVATED event for everything about a stay,
 *     of the APPROACHING event for an approach, of the event itself for a {@link Type#CROSS}
 */
public record ZoneEvent(
    UUID eventId,
    Type type,
    Level level,
    @Nullable ClearReason reason,
    UUID trackId,
    UUID zoneId,
    String zoneName,
    Restriction restriction,
    Instant time,
    @Nullable Instant until,
    @Nullable Duration timeToEntry,
    @Nullable Position position,
    @Nullable VerticalVerdict vertical,
    @Nullable HeightMethod heightMethod,
    boolean marginal,
    UUID enterEventId) {

  /** How much an event asks for. */
  public enum Level {
    /** The height is not known, and the zone's source says that such events are to inform. */
    INFO,
    /** All others. */
    ALERT
  }

  /** What happened. */
  public enum Type {
    /** In a straight line the track will soon be inside, or it is near and does not move away. */
    APPROACHING,
    /** The first fix inside: over the zone, zone active, height not ruled out. */
    ENTER,
    /** The zone began to apply while the track was in its place; counts as entering. */
    ACTIVATED,
    /** Heartbeat of a stay, every 10 s. */
    INSIDE,
    /** Surely outside for several fixes; the time is that of the first of them. */
    EXIT,
    /** No fix inside, but the way between two fixes went through. */
    CROSS,
    /** The zone stopped applying while the track was inside. */
    DEACTIVATED,
    /** Approach or stay is over, once for each. */
    CLEARED
  }

  /** Why an approach or a stay is over. */
  public enum ClearReason {
    /** The track is no longer within the shape or the limits. */
    LEFT,
    /** The track no longer approaches. */
    RECEDED,
    /** The zone stopped applying. */
    DEACTIVATED,
    /** The zone is gone or asks nothing any more. */
    ZONE_REMOVED,
    /** The zone was changed and the track is no longer in it. */
    ZONE_CHANGED,
    /** The track ended. */
    TRACK_LOST
  }
}
