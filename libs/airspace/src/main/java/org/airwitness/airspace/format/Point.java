package org.airwitness.airspace.format;

/** Point as published, in degrees; the longitude may lie up to 360 beyond the antimeridian. */
record Point(double lonDeg, double latDeg) {}
