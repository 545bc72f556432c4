/** Metrics of track-service. */
@NullMarked
package org.airwitness.track.ops;

import org.jspecify.annotations.NullMarked;
