package org.airwitness.zone.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.airwitness.platform.outgoing.DestinationCheck;

/** Makes what is configured of sources into the check of their addresses. */
@ApplicationScoped
class SourcesSetup {
  @Produces
  @Singleton
  DestinationCheck destinationCheck(SourcesConfig config) {
    return DestinationCheck.of(config);
  }
}
