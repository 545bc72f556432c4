package org.airwitness.track.messaging;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.airwitness.contract.Topics;
import org.airwitness.contract.v1.TrackUpdate;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.messaging.BusWriter;
import org.airwitness.platform.messaging.BusWriter.Written;
import org.airwitness.track.core.Decision;
import org.airwitness.tracking.Track;
import org.airwitness.tracking.TrackChange;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Puts track updates on the bus. */
@ApplicationScoped
class TracksPublisher {
  private final BusWriter<TrackUpdate> bus;

  TracksPublisher(
      @Channel("tracks") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<TrackUpdate> channel,
      KafkaClientService clients) {
    this.bus = new BusWriter<>("tracks", Topics.TRACKS, channel, clients);
  }

  /**
   * Publishes every change in its order; at most one batch is under way.
   *
   * @param traceparents of the observations that are in a trace, by their ids
   */
  Uni<Void> publish(List<Decision> decisions, Map<UUID, String> traceparents) {
    List<Written<TrackUpdate>> updates = new ArrayList<>();
    for (Decision decision : decisions) {
      for (TrackChange change : decision.changes()) {
        UUID cause = change.observationId();
        updates.add(
            new Written<>(
                decision.agency(),
                TrackCodec.encode(decision.agency(), change),
                cause == null ? null : traceparents.get(cause)));
      }
    }
    return bus.writeAll(updates);
  }

  /** Says once more that these tracks are lost, in case it was stored and not published. */
  Uni<Void> publishLost(AgencyId agency, List<Track> lost) {
    List<TrackChange> changes =
        lost.stream().map(track -> new TrackChange(track, false, null)).toList();
    return publish(List.of(new Decision(agency, List.of(), changes)), Map.of());
  }
}
