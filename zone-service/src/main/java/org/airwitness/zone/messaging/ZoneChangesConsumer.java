package org.airwitness.zone.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.airwitness.contract.v1.ZonesChanged;
import org.airwitness.platform.agency.AgencyId;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from every instance, this one included, whose zones have changed. */
@ApplicationScoped
public class ZoneChangesConsumer {
  private final ZoneRefresh refresh;

  ZoneChangesConsumer(ZoneRefresh refresh) {
    this.refresh = refresh;
  }

  @Incoming("zone-changes")
  public void consume(ConsumerRecords<String, ZonesChanged> records) {
    for (ConsumerRecord<String, ZonesChanged> record : records) {
      ZonesChanged change = record.value();
      if (change != null && AgencyId.isValid(change.getAgencyId())) {
        refresh.request(new AgencyId(change.getAgencyId()));
      }
    }
  }
}
