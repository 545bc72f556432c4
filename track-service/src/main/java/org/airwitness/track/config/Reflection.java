package org.airwitness.track.config;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.airwitness.tracking.Fix;
import org.airwitness.tracking.Identity;
import org.airwitness.tracking.OperatorPosition;
import org.airwitness.tracking.Track;

/** Types of other modules that are written as JSON into the database. */
@RegisterForReflection(targets = {Track.class, Identity.class, Fix.class, OperatorPosition.class})
final class Reflection {
  private Reflection() {}
}
