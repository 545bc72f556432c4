package org.airwitness.ingest.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.airwitness.ingest.core.ActivityMeter;
import org.airwitness.ingest.core.Intake;
import org.airwitness.ingest.core.format.Formats;
import org.airwitness.ingest.core.routing.AgencyRegions;

/** Makes beans of the plain core. */
@ApplicationScoped
class Wiring {
  @Produces
  @Singleton
  Intake intake() {
    return new Intake(new Formats(), AgencyRegions.NONE);
  }

  @Produces
  @Singleton
  ActivityMeter activityMeter() {
    return new ActivityMeter();
  }

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }
}
