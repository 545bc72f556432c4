package org.airwitness.ingest.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.airwitness.contract.Topics;
import org.airwitness.contract.v1.QuarantineRecord;
import org.airwitness.contract.v1.SensorStatus;
import org.airwitness.ingest.core.Bus;
import org.airwitness.ingest.core.Observation;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.SensorMessage;
import org.airwitness.ingest.core.StatusDigest;
import org.airwitness.ingest.core.StatusReport;
import org.airwitness.ingest.core.Verdict;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.messaging.BusWriter;
import org.airwitness.platform.messaging.BusWriter.Written;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/**
 * Publishes verdicts to Kafka. Its queues have no limit of their own: the listener admits no more
 * than the limits of {@code IngestConfig} allow.
 */
@ApplicationScoped
class KafkaBus implements Bus {
  private static final CompletionStage<Void> TOLD = CompletableFuture.completedStage(null);
  private static final int MAX_DIGESTS = 20_000;
  private static final Duration DIGEST_MEMORY = Duration.ofMinutes(10);

  private final BusWriter<org.airwitness.contract.v1.Observation> observations;
  private final BusWriter<SensorStatus> statuses;
  private final BusWriter<QuarantineRecord> quarantine;
  private final Cache<SensorKey, StatusDigest> digests =
      Caffeine.newBuilder().maximumSize(MAX_DIGESTS).expireAfterAccess(DIGEST_MEMORY).build();

  KafkaBus(
      @Channel("observations") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<org.airwitness.contract.v1.Observation> observations,
      @Channel("sensor-status") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<SensorStatus> statuses,
      @Channel("quarantine") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<QuarantineRecord> quarantine,
      KafkaClientService clients) {
    this.observations = new BusWriter<>("observations", Topics.OBSERVATIONS, observations, clients);
    this.statuses = new BusWriter<>("sensor-status", Topics.SENSOR_STATUS, statuses, clients);
    this.quarantine = new BusWriter<>("quarantine", Topics.QUARANTINE, quarantine, clients);
  }

  @Override
  public CompletionStage<Void> publish(Verdict verdict, @Nullable String traceparent) {
    CompletionStage<Void> written = observations.send(observations(verdict, traceparent));
    for (StatusReport report : verdict.statuses()) {
      written = both(written, tell(verdict.message(), report));
    }
    if (!verdict.quarantined().isEmpty()) {
      written = both(written, quarantine.send(quarantined(verdict)));
    }
    return written;
  }

  /** Publishes what became known of an agency's sensors otherwise than by their messages. */
  CompletionStage<Void> publishStatuses(AgencyId agency, List<SensorStatus> records) {
    return statuses.send(records.stream().map(record -> new Written<>(agency, record)).toList());
  }

  private CompletionStage<Void> tell(SensorMessage message, StatusReport report) {
    StatusDigest digest = digests.get(message.sensor(), sensor -> new StatusDigest());
    return digest
        .add(report, message.arrivedAt())
        .map(due -> tell(message, due, digest))
        .orElse(TOLD);
  }

  private CompletionStage<Void> tell(
      SensorMessage message, StatusReport report, StatusDigest digest) {
    AgencyId owner = message.sensor().agency();
    return statuses
        .send(List.of(new Written<>(owner, WireReports.status(message, report))))
        .whenComplete((done, failure) -> {
          if (failure != null) {
            digest.takeBack(report);
          }
        });
  }

  private static CompletionStage<Void> both(
      CompletionStage<Void> one, CompletionStage<Void> other) {
    return one.thenCombine(other, (done, alsoDone) -> done);
  }

  private static List<Written<org.airwitness.contract.v1.Observation>> observations(
      Verdict verdict, @Nullable String traceparent) {
    List<Written<org.airwitness.contract.v1.Observation>> records = new ArrayList<>();
    for (Observation observation : verdict.observations()) {
      var common = WireObservations.common(observation);
      for (Observation.Copy copy : observation.copies()) {
        records.add(new Written<>(copy.agency(), WireObservations.copy(common, copy), traceparent));
      }
    }
    return records;
  }

  private static List<Written<QuarantineRecord>> quarantined(Verdict verdict) {
    AgencyId owner = verdict.message().sensor().agency();
    return verdict.quarantined().stream()
        .map(item -> new Written<>(owner, WireReports.quarantine(verdict.message(), item)))
        .toList();
  }
}
