package org.airwitness.alert.core;

import java.time.Instant;

/** When (event time) and why an alert came to its end. */
public record Resolution(Instant at, ResolveReason reason) {}
