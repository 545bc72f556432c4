/** Tracks in, zone events out, and word of changed zones; the only place that sees the wire. */
@NullMarked
package org.airwitness.zone.messaging;

import org.jspecify.annotations.NullMarked;
