package org.airwitness.zone.messaging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.airwitness.contract.Topics;
import org.airwitness.contract.v1.ZonesChanged;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.messaging.BusWriter;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/** Tells every instance that an agency's zones have changed. */
@ApplicationScoped
public class ZoneChangesPublisher {
  private static final Logger LOG = Logger.getLogger(ZoneChangesPublisher.class);
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final BusWriter<ZonesChanged> changes;

  ZoneChangesPublisher(
      @Channel("zone-changes-out") MutinyEmitter<ZonesChanged> channel,
      KafkaClientService clients) {
    this.changes = new BusWriter<>("zone-changes-out", Topics.ZONE_CHANGES, channel, clients);
  }

  /** Sends word of each, as below. */
  public Uni<Void> announceAll(Collection<AgencyId> agencies, Instant at) {
    return Multi.createFrom()
        .iterable(agencies)
        .onItem()
        .transformToUniAndMerge(agency -> announce(agency, at))
        .collect()
        .last();
  }

  /** Sends word; without it the others find out by looking, so it never fails and soon gives up. */
  public Uni<Void> announce(AgencyId agency, Instant at) {
    ZonesChanged change =
        ZonesChanged.newBuilder()
            .setAgencyId(agency.value())
            .setChangedAtUs(ZoneEventEncoder.micros(at))
            .build();
    return changes
        .write(agency, change)
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .onFailure()
        .invoke(failure -> LOG.warnf("A change of zones was not announced: %s", failure))
        .onFailure()
        .recoverWithNull();
  }
}
