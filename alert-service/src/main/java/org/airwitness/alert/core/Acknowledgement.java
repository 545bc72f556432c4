package org.airwitness.alert.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who took notice of an alert, when (wall clock), and what they had to say. */
public record Acknowledgement(Instant at, String by, @Nullable String note) {}
