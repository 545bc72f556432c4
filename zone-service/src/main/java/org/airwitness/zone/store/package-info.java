/** Zones and presences in PostgreSQL. */
@NullMarked
package org.airwitness.zone.store;

import org.jspecify.annotations.NullMarked;
