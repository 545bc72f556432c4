package org.airwitness.track.rest;

/** A position in WGS-84 degrees. */
public record PositionView(double lat, double lon) {}
