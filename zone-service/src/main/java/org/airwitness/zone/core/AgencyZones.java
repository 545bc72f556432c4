package org.airwitness.zone.core;

import java.time.Instant;
import org.airwitness.airspace.ZoneIndex;

/**
 * All zones of an agency at one moment.
 *
 * @param version grows with every change
 * @param changedAt when the last change was made
 */
public record AgencyZones(long version, Instant changedAt, ZoneIndex index) {}
