package org.airwitness.zone.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.airwitness.platform.outgoing.AddressRange;
import org.airwitness.platform.outgoing.AddressRules;
import org.airwitness.platform.outgoing.DestinationCheck;
import org.airwitness.platform.outgoing.OutgoingUrl;
import org.airwitness.platform.outgoing.SystemResolver;

/** Makes what is configured of sources into the check of their addresses. */
@ApplicationScoped
class SourcesSetup {
  @Produces
  @Singleton
  DestinationCheck destinationCheck(SourcesConfig config) {
    List<String> own = config.refusedRanges().orElse(List.of());
    return new DestinationCheck(
        new OutgoingUrl.Limits(config.allowInternal(), config.ports()),
        new AddressRules(config.allowInternal(), own.stream().map(AddressRange::of).toList()),
        new SystemResolver());
  }
}
