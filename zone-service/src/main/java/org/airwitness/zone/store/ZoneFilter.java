package org.airwitness.zone.store;

import java.util.Optional;
import java.util.UUID;
import org.airwitness.zone.core.Extent;
import org.airwitness.zone.core.ZoneStatus;

/**
 * Which zones to list.
 *
 * @param box that they touch
 * @param status in which they are, any when empty
 * @param set to which they belong, any or none when empty
 */
public record ZoneFilter(Extent box, Optional<ZoneStatus> status, Optional<UUID> set) {}
