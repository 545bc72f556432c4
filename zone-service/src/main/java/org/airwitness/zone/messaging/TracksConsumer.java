package org.airwitness.zone.messaging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.airwitness.contract.v1.TrackUpdate;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.ops.BusAge;
import org.airwitness.platform.store.BusPositions;
import org.airwitness.platform.store.BusPositions.PositionMovedException;
import org.airwitness.platform.store.BusPositions.Progress;
import org.airwitness.platform.trace.BatchSpans;
import org.airwitness.platform.trace.Traces;
import org.airwitness.zone.ops.ZoneMetrics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Evaluates every track update against the zones of its agency. */
@ApplicationScoped
public class TracksConsumer {
  /** Under which the position is kept. */
  static final String NAME = "airwitness-zone";

  private static final Logger LOG = Logger.getLogger(TracksConsumer.class);

  private final WatchedAgencies agencies;
  private final BusPositions positions;
  private final EffectsRunner effects;
  private final TrackDecoder decoder;
  private final BusAge age;
  private final Traces traces;

  /** Offsets below these have been read by another instance. */
  private final Map<TopicPartition, Long> readElsewhere = new HashMap<>();

  TracksConsumer(
      WatchedAgencies agencies,
      BusPositions positions,
      EffectsRunner effects,
      ZoneMetrics metrics,
      BusAge age,
      Traces traces) {
    this.agencies = agencies;
    this.positions = positions;
    this.effects = effects;
    this.decoder = new TrackDecoder(metrics);
    this.age = age;
    this.traces = traces;
  }

  /** Decodes, decides, publishes and stores, partition by partition. */
  @Incoming("tracks")
  public Uni<Void> consume(ConsumerRecords<String, TrackUpdate> records) {
    BatchSpans spans = traces.batch();
    return Multi.createFrom()
        .iterable(records.partitions())
        .onItem()
        .transformToUniAndConcatenate(
            partition -> consume(partition, records.records(partition), spans))
        .collect()
        .last()
        .invoke(() -> age.stored(NAME, records))
        .onTermination()
        .invoke((done, failure, cancelled) -> spans.end(failure));
  }

  private Uni<Void> consume(
      TopicPartition partition,
      List<ConsumerRecord<String, TrackUpdate>> records,
      BatchSpans spans) {
    long from = readElsewhere.getOrDefault(partition, 0L);
    var unread = records.stream().filter(record -> record.offset() >= from).toList();
    if (unread.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<TrackRecord> decoded = decoder.decode(unread, spans);
    return agencies
        .read(decoded, progress(partition, unread, decoded))
        .onFailure(PositionMovedException.class)
        .recoverWithUni(moved -> resume(partition).chain(() -> consume(partition, unread, spans)));
  }

  private static Progress progress(
      TopicPartition partition,
      List<ConsumerRecord<String, TrackUpdate>> records,
      List<TrackRecord> decoded) {
    Set<AgencyId> named =
        decoded.stream().map(TrackRecord::agency).collect(Collectors.toUnmodifiableSet());
    long first = records.getFirst().offset();
    return new Progress(NAME, partition, first, records.getLast().offset() + 1, named);
  }

  /** Goes on where another instance has stopped, with what it has stored. */
  private Uni<Void> resume(TopicPartition partition) {
    return effects
        .insist(Set.of(), "finding the position", () -> positions.find(NAME, partition))
        .map(found -> found.orElseThrow(() -> new IllegalStateException("no position")))
        .chain(position -> {
          LOG.warnf("%s was read up to offset %d elsewhere", partition, position.nextOffset());
          readElsewhere.put(partition, position.nextOffset());
          return agencies.load(partition, position.agencies());
        });
  }
}
