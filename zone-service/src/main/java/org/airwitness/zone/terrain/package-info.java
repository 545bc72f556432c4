/** Terrain from files. */
@NullMarked
package org.airwitness.zone.terrain;

import org.jspecify.annotations.NullMarked;
