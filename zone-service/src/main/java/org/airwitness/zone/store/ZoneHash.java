package org.airwitness.zone.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** Projection of table {@code zone} on what tells whether a zone has changed. */
@RegisterForReflection
record ZoneHash(UUID zoneId, String contentHash) {}
