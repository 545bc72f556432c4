/** Distances and lines on the WGS 84 ellipsoid: degrees and metres. */
@NullMarked
package org.airwitness.airspace.geodesy;

import org.jspecify.annotations.NullMarked;
