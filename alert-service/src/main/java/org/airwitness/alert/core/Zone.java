package org.airwitness.alert.core;

import java.util.UUID;

/** The zone an alert is about, as it was named when the drone entered. */
public record Zone(UUID id, String name, Restriction restriction) {}
