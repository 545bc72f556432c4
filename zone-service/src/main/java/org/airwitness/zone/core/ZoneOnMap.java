package org.airwitness.zone.core;

import java.util.UUID;

/**
 * A zone for drawing.
 *
 * @param feature GeoJSON feature
 * @param extent the box around it
 */
public record ZoneOnMap(UUID id, String feature, Extent extent) {}
