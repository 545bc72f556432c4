/** Observations and tracks in PostgreSQL. */
@NullMarked
package org.airwitness.track.store;

import org.jspecify.annotations.NullMarked;
