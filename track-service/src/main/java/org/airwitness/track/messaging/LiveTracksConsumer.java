package org.airwitness.track.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.airwitness.contract.v1.TrackUpdate;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.track.core.LiveTracks;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears every track update, its own and those of other instances, for the live streams. */
@ApplicationScoped
class LiveTracksConsumer {
  private final LiveTracks live;

  LiveTracksConsumer(LiveTracks live) {
    this.live = live;
  }

  @Incoming("live-tracks")
  void onBatch(ConsumerRecords<String, TrackUpdate> records) {
    for (ConsumerRecord<String, TrackUpdate> record : records) {
      if (record.value() != null) {
        live.show(new AgencyId(record.value().getAgencyId()), TrackCodec.decode(record.value()));
      }
    }
  }
}
