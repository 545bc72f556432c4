package org.airwitness.track.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.airwitness.contract.v1.Observation;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.ops.BusAge;
import org.airwitness.platform.ops.ProcessEnd;
import org.airwitness.platform.store.BusPositions.Progress;
import org.airwitness.platform.trace.BatchSpans;
import org.airwitness.platform.trace.Traces;
import org.airwitness.track.core.AgencyObservations;
import org.airwitness.track.ops.TrackMetrics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Reads observations: decode, decide, publish, store. */
@ApplicationScoped
class ObservationsConsumer {
  private static final Logger LOG = Logger.getLogger(ObservationsConsumer.class);

  private final Tracking tracking;
  private final TrackMetrics metrics;
  private final BusAge age;
  private final Traces traces;

  ObservationsConsumer(Tracking tracking, TrackMetrics metrics, BusAge age, Traces traces) {
    this.tracking = tracking;
    this.metrics = metrics;
    this.age = age;
    this.traces = traces;
  }

  @Incoming("observations")
  Uni<Void> onBatch(ConsumerRecords<String, Observation> records) {
    List<AgencyObservations> batch = new ArrayList<>();
    List<Progress> progress = new ArrayList<>();
    Map<UUID, String> traceparents = new HashMap<>();
    BatchSpans spans = traces.batch();
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<String, Observation>> ofPartition = records.records(partition);
      Map<AgencyId, List<org.airwitness.track.core.Observation>> byAgency =
          decode(ofPartition, spans, traceparents);
      byAgency.forEach((agency, observations) ->
          batch.add(new AgencyObservations(partition.partition(), agency, observations)));
      progress.add(progress(partition, ofPartition, byAgency.keySet()));
    }
    return tracking
        .accept(new Tracking.Batch(batch, progress, traceparents, spans.first()))
        .invoke(() -> age.stored(ObservationsReader.CONSUMER, records))
        .onFailure()
        .invoke(ProcessEnd::because)
        .onTermination()
        .invoke((done, failure, cancelled) -> spans.end(failure));
  }

  /** Groups by agency, each observation once; what cannot be read is counted and passed over. */
  private Map<AgencyId, List<org.airwitness.track.core.Observation>> decode(
      List<ConsumerRecord<String, Observation>> records,
      BatchSpans spans,
      Map<UUID, String> traceparents) {
    Map<AgencyId, List<org.airwitness.track.core.Observation>> byAgency = new LinkedHashMap<>();
    Set<UUID> seen = new HashSet<>();
    for (ConsumerRecord<String, Observation> record : records) {
      try {
        AgencyId agency = agencyOf(record);
        var observation = ObservationCodec.decode(record.value());
        metrics.read();
        UUID id = observation.sighting().observationId();
        if (seen.add(id)) {
          byAgency.computeIfAbsent(agency, key -> new ArrayList<>()).add(observation);
          String traceparent = spans.begin(record, agency);
          if (traceparent != null) {
            traceparents.put(id, traceparent);
          }
        }
      } catch (IllegalArgumentException e) {
        metrics.unreadable();
        LOG.errorf(
            "Passed over unreadable record %s-%d@%d: %s",
            record.topic(), record.partition(), record.offset(), e.getMessage());
      }
    }
    return byAgency;
  }

  private static AgencyId agencyOf(ConsumerRecord<String, Observation> record) {
    if (record.value() == null) {
      throw new IllegalArgumentException("the value does not parse");
    }
    AgencyId agency = new AgencyId(record.value().getAgencyId());
    if (!agency.value().equals(record.key())) {
      throw new IllegalArgumentException(
          "key '%s' and agency '%s' differ".formatted(record.key(), agency));
    }
    return agency;
  }

  private static Progress progress(
      TopicPartition partition,
      List<ConsumerRecord<String, Observation>> records,
      Set<AgencyId> agencies) {
    return new Progress(
        ObservationsReader.CONSUMER,
        partition,
        records.getFirst().offset(),
        records.getLast().offset() + 1,
        agencies);
  }
}
