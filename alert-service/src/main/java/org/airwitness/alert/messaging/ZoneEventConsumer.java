package org.airwitness.alert.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airwitness.alert.core.AlertChange;
import org.airwitness.alert.core.AlertEvent;
import org.airwitness.alert.core.AlertRules.Decision;
import org.airwitness.alert.ops.AlertMetrics;
import org.airwitness.alert.store.AlertLog;
import org.airwitness.contract.v1.ZoneEvent;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.ops.BusAge;
import org.airwitness.platform.store.BusPositions;
import org.airwitness.platform.store.BusPositions.PositionMovedException;
import org.airwitness.platform.trace.BatchSpans;
import org.airwitness.platform.trace.LogFields;
import org.airwitness.platform.trace.Traces;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Turns zone events into alerts. A batch is repeated until the database has taken it; what was
 * already taken is recognised by its position and changes nothing.
 */
@ApplicationScoped
public class ZoneEventConsumer {
  /** Name of this consumer in {@code bus_position}. */
  static final String NAME = "zone-events";

  private static final Logger LOG = Logger.getLogger(ZoneEventConsumer.class);
  private static final Duration FIRST_DELAY = Duration.ofMillis(50);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

  private final AlertLog alerts;
  private final AlertMetrics metrics;
  private final BusAge age;
  private final Traces traces;

  ZoneEventConsumer(AlertLog alerts, AlertMetrics metrics, BusAge age, Traces traces) {
    this.alerts = alerts;
    this.metrics = metrics;
    this.age = age;
    this.traces = traces;
  }

  @Incoming("zone-events")
  public Uni<Void> consume(ConsumerRecords<String, ZoneEvent> records) {
    BatchSpans spans = traces.batch();
    List<Uni<Void>> partitions =
        records.partitions().stream()
            .map(partition -> consume(partition, records.records(partition), spans))
            .toList();
    return Uni.join()
        .all(partitions)
        .andFailFast()
        .replaceWithVoid()
        .invoke(() -> age.stored(NAME, records))
        .onTermination()
        .invoke((done, failure, cancelled) -> spans.end(failure));
  }

  private Uni<Void> consume(
      TopicPartition partition, List<ConsumerRecord<String, ZoneEvent>> records, BatchSpans spans) {
    Map<org.airwitness.alert.core.ZoneEvent, String> traceparents = new IdentityHashMap<>();
    var events = decode(records, spans, traceparents);
    var progress =
        new BusPositions.Progress(
            NAME,
            partition,
            records.getFirst().offset(),
            records.getLast().offset() + 1,
            events.keySet());
    return Uni.createFrom()
        .deferred(() -> alerts.apply(events, progress, traceparents))
        .invoke(this::count)
        .replaceWithVoid()
        .onFailure(PositionMovedException.class)
        .recoverWithUni(ZoneEventConsumer::letGo)
        .onFailure()
        .invoke(failure ->
            LogFields.with(
                events.keySet(),
                spans.first(),
                () -> LOG.warnf("Zone events of %s will be tried again: %s", partition, failure)))
        .onFailure()
        .retry()
        .withBackOff(FIRST_DELAY, LONGEST_DELAY)
        .indefinitely();
  }

  /** The effect is stored: by us, when the answer to a commit was lost, or by our successor. */
  private static Uni<Void> letGo(Throwable moved) {
    LOG.warn(moved.getMessage());
    return Uni.createFrom().voidItem();
  }

  private Map<AgencyId, List<org.airwitness.alert.core.ZoneEvent>> decode(
      List<ConsumerRecord<String, ZoneEvent>> records,
      BatchSpans spans,
      Map<org.airwitness.alert.core.ZoneEvent, String> traceparents) {
    Map<AgencyId, List<org.airwitness.alert.core.ZoneEvent>> events = new LinkedHashMap<>();
    for (var record : records) {
      try {
        var event = decode(record);
        AgencyId agency = new AgencyId(record.key());
        events.computeIfAbsent(agency, key -> new ArrayList<>()).add(event);
        String traceparent = spans.begin(record, agency);
        if (traceparent != null) {
          traceparents.put(event, traceparent);
        }
      } catch (IllegalArgumentException e) {
        metrics.onEvents("malformed", 1);
        LOG.warnf(
            "Skipped a zone event at offset %d of %s-%d: %s",
            record.offset(), record.topic(), record.partition(), e.getMessage());
      }
    }
    return events;
  }

  private static org.airwitness.alert.core.ZoneEvent decode(
      ConsumerRecord<String, ZoneEvent> record) {
    if (record.key() == null || record.value() == null) {
      throw new IllegalArgumentException("it has no key or does not parse");
    }
    return ZoneEventDecoder.decode(record.key(), record.value());
  }

  private void count(List<Decision> decisions) {
    for (Decision decision : decisions) {
      decision.changes().forEach(change -> metrics.onEvents(outcome(change), 1));
      decision.ignored().forEach((reason, count) -> metrics.onEvents(reason.tag(), count));
    }
  }

  private static String outcome(AlertChange change) {
    AlertEvent event = change.event();
    return event == null ? "alert.moved" : event.wireName();
  }
}
