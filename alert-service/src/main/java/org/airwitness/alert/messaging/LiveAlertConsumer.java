package org.airwitness.alert.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import org.airwitness.alert.core.Alert;
import org.airwitness.contract.v1.AlertUpdate;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.rest.LiveStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Shows every alert update, whichever instance made it, to those who watch at this instance. */
@ApplicationScoped
public class LiveAlertConsumer {
  private static final Logger LOG = Logger.getLogger(LiveAlertConsumer.class);

  private final LiveStream<Alert> stream;
  private final LiveAlertPosition position;

  LiveAlertConsumer(
      LiveStream<Alert> stream, @Identifier("live-alerts") LiveAlertPosition position) {
    this.stream = stream;
    this.position = position;
  }

  @Incoming("live-alerts")
  public void consume(ConsumerRecords<String, AlertUpdate> records) {
    records.forEach(this::show);
    for (var partition : records.partitions()) {
      position.onRead(partition, records.records(partition).getLast().offset() + 1);
    }
  }

  private void show(ConsumerRecord<String, AlertUpdate> record) {
    try {
      if (record.key() == null || record.value() == null) {
        throw new IllegalArgumentException("it has no key or does not parse");
      }
      stream.publish(new AgencyId(record.key()), AlertUpdates.decode(record.value()));
    } catch (IllegalArgumentException e) {
      LOG.warnf(
          "Skipped an alert update at offset %d of %s-%d: %s",
          record.offset(), record.topic(), record.partition(), e.getMessage());
    }
  }
}
