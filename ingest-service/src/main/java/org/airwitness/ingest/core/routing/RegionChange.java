package org.airwitness.ingest.core.routing;

import org.airwitness.platform.agency.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * A region that differs from what was known.
 *
 * @param version differs whenever the region does
 * @param region null when the agency has none
 */
public record RegionChange(AgencyId agency, String version, @Nullable Region region) {}
