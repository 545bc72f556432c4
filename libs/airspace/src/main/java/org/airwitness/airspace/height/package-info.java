/** What turns a reported height into one above sea level or ground: geoid, terrain, pressure. */
@NullMarked
package org.airwitness.airspace.height;

import org.jspecify.annotations.NullMarked;
