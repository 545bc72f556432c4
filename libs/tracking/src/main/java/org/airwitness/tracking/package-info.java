/**
 * From sightings to tracks: identity, fusion and the life of a track. Plain Java, no clock, no I/O.
 */
@NullMarked
package org.airwitness.tracking;

import org.jspecify.annotations.NullMarked;
