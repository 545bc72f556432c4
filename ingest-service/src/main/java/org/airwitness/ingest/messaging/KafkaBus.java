package org.airwitness.ingest.messaging;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.airwitness.contract.v1.QuarantineRecord;
import org.airwitness.contract.v1.SensorStatus;
import org.airwitness.ingest.core.Bus;
import org.airwitness.ingest.core.Observation;
import org.airwitness.ingest.core.StatusReport;
import org.airwitness.ingest.core.Verdict;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.messaging.BusWriter;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * Publishes verdicts to Kafka. Its queues have no limit of their own: the listener admits no more
 * than the limits of {@code IngestConfig} allow.
 */
@ApplicationScoped
class KafkaBus implements Bus {
  private final BusWriter<org.airwitness.contract.v1.Observation> observations;
  private final BusWriter<SensorStatus> statuses;
  private final BusWriter<QuarantineRecord> quarantine;

  KafkaBus(
      @Channel("observations") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<org.airwitness.contract.v1.Observation> observations,
      @Channel("sensor-status") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<SensorStatus> statuses,
      @Channel("quarantine") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<QuarantineRecord> quarantine) {
    this.observations = new BusWriter<>(observations);
    this.statuses = new BusWriter<>(statuses);
    this.quarantine = new BusWriter<>(quarantine);
  }

  @Override
  public CompletionStage<Void> publish(Verdict verdict) {
    List<Uni<Void>> writes = writes(verdict);
    return switch (writes.size()) {
      case 0 -> CompletableFuture.completedFuture(null);
      case 1 -> writes.getFirst().subscribeAsCompletionStage();
      default ->
          Uni.join()
              .all(writes)
              .andCollectFailures()
              .replaceWithVoid()
              .subscribeAsCompletionStage();
    };
  }

  private List<Uni<Void>> writes(Verdict verdict) {
    List<Uni<Void>> writes = new ArrayList<>();
    AgencyId owner = verdict.message().sensor().agency();
    for (Observation observation : verdict.observations()) {
      var common = WireObservations.common(observation);
      for (Observation.Copy copy : observation.copies()) {
        writes.add(observations.write(copy.agency(), WireObservations.copy(common, copy)));
      }
    }
    for (StatusReport report : verdict.statuses()) {
      writes.add(statuses.write(owner, WireReports.status(verdict.message(), report)));
    }
    for (Verdict.Quarantined quarantined : verdict.quarantined()) {
      writes.add(quarantine.write(owner, WireReports.quarantine(verdict.message(), quarantined)));
    }
    return writes;
  }
}
