package org.airwitness.alert.core;

import java.time.Instant;

/** Where a drone was at one moment of event time. */
public record Fix(Position position, Instant observedAt) {}
