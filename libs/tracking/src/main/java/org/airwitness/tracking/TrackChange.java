package org.airwitness.tracking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A track after one change.
 *
 * @param newFix whether this change brought a newer fix
 * @param observationId the observation that caused it, null when it was silence
 */
public record TrackChange(Track track, boolean newFix, @Nullable UUID observationId) {}
