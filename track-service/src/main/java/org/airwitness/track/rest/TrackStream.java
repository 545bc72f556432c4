package org.airwitness.track.rest;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.rest.LiveStream;
import org.airwitness.track.core.LiveTracks;
import org.airwitness.tracking.Track;

/** The track updates of every agency, for those who watch. */
@ApplicationScoped
class TrackStream implements LiveTracks {
  private final LiveStream<Track> stream = new LiveStream<>();

  @Override
  public void show(AgencyId agency, Track track) {
    stream.publish(agency, track);
  }

  Multi<Track> subscribe(
      AgencyId agency, Supplier<Multi<Track>> snapshot, Predicate<Track> wanted) {
    return stream.subscribe(agency, snapshot, wanted);
  }
}
