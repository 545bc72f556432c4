package org.airwitness.airspace;

import java.time.Instant;

/** Where, how high and when a track was last, latest by time, before a {@link Fix}. */
public record PreviousFix(Instant time, Position position, Heights heights) {}
