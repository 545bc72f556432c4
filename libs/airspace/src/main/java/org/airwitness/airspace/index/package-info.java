/**
 * Shapes by place: which of very many polygons and circles hold a point, in flat arrays of integers
 * of 1e-7 degree and without allocation. Knows nothing of zones.
 */
@NullMarked
package org.airwitness.airspace.index;

import org.jspecify.annotations.NullMarked;
