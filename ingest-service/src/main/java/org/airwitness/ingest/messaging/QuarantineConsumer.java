package org.airwitness.ingest.messaging;

import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.airwitness.contract.DeterministicId;
import org.airwitness.contract.Headers;
import org.airwitness.contract.v1.QuarantineRecord;
import org.airwitness.ingest.ops.IngestMetrics;
import org.airwitness.ingest.store.QuarantineStore;
import org.airwitness.ingest.store.QuarantinedItem;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.BusPositions.PositionMovedException;
import org.airwitness.platform.store.BusPositions.Progress;
import org.airwitness.platform.trace.LogFields;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Stores the quarantine topic: decode, store with the position, go on. */
@ApplicationScoped
class QuarantineConsumer {
  private static final Logger LOG = Logger.getLogger(QuarantineConsumer.class);
  private static final Duration FIRST_RETRY = Duration.ofMillis(200);
  private static final Duration LAST_RETRY = Duration.ofSeconds(5);

  private final QuarantineStore store;
  private final IngestMetrics metrics;

  QuarantineConsumer(QuarantineStore store, IngestMetrics metrics) {
    this.store = store;
    this.metrics = metrics;
  }

  @Incoming("quarantine-rows")
  Uni<Void> onBatch(ConsumerRecords<String, QuarantineRecord> records) {
    List<QuarantinedItem> items = new ArrayList<>(records.count());
    List<Progress> progress = new ArrayList<>();
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<String, QuarantineRecord>> ofPartition = records.records(partition);
      items.addAll(decode(ofPartition));
      progress.add(progress(partition, ofPartition));
    }
    return store(items, progress);
  }

  /** Stores a batch, however long the database is away. */
  private Uni<Void> store(List<QuarantinedItem> items, List<Progress> progress) {
    return Uni.createFrom()
        .deferred(() -> store.append(items, progress))
        .onFailure(QuarantineConsumer::isPassing)
        .invoke(failure ->
            LogFields.with(
                items.stream().map(QuarantinedItem::agency).distinct().toList(),
                Span.getInvalid(),
                () -> LOG.warnf("Storing the quarantine will be tried again: %s", failure)))
        .onFailure(QuarantineConsumer::isPassing)
        .retry()
        .withBackOff(FIRST_RETRY, LAST_RETRY)
        .indefinitely()
        .onFailure(PositionMovedException.class)
        .recoverWithUni(moved -> {
          LOG.infof("Left a batch: %s", moved.getMessage());
          return Uni.createFrom().voidItem();
        });
  }

  /** Whether trying again may help; a batch that is stored already, here or elsewhere, is done. */
  private static boolean isPassing(Throwable failure) {
    return !(failure instanceof PositionMovedException);
  }

  private static Progress progress(
      TopicPartition partition, List<ConsumerRecord<String, QuarantineRecord>> records) {
    return new Progress(
        QuarantineReader.CONSUMER,
        partition,
        records.getFirst().offset(),
        records.getLast().offset() + 1,
        Set.of());
  }

  private List<QuarantinedItem> decode(List<ConsumerRecord<String, QuarantineRecord>> records) {
    List<QuarantinedItem> items = new ArrayList<>(records.size());
    for (ConsumerRecord<String, QuarantineRecord> record : records) {
      try {
        items.add(decode(record));
      } catch (IllegalArgumentException e) {
        metrics.skippedRecord();
        LOG.errorf(
            "Passed over %s-%d@%d, which is no quarantine record: %s",
            record.topic(), record.partition(), record.offset(), e.getMessage());
      }
    }
    return items;
  }

  private static QuarantinedItem decode(ConsumerRecord<String, QuarantineRecord> record) {
    QuarantineRecord value = record.value();
    if (value == null) {
      throw new IllegalArgumentException(
          "it does not parse, agency " + Headers.text(record.headers(), Headers.AGENCY));
    }
    return new QuarantinedItem(
        new AgencyId(value.getAgencyId()),
        DeterministicId.fromWire(value.getQuarantineId()),
        value.getSensorId(),
        value.getReason(),
        value.getDetail(),
        Instant.EPOCH.plus(value.getArrivedAtUs(), ChronoUnit.MICROS),
        value.getSource(),
        value.getPayload().toByteArray(),
        value.getPayloadBytes(),
        value.getFormat().isEmpty() ? null : value.getFormat(),
        value.hasItem() ? value.getItem() : null,
        value.getEnvelope().isEmpty() ? null : value.getEnvelope().toByteArray());
  }
}
