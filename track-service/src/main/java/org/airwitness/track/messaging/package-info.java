/** Observations in, track updates out; the only place that sees the wire. */
@NullMarked
package org.airwitness.track.messaging;

import org.jspecify.annotations.NullMarked;
