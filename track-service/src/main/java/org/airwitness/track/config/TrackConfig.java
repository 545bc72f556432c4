package org.airwitness.track.config;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of track-service. */
@ConfigMapping(prefix = "airwitness.tracking")
public interface TrackConfig {
  /** Silence after which a track is lost. */
  Duration lostAfter();

  /** Silence after which a lost track leaves the live picture. */
  Duration forgetAfter();

  /** Gap in event time after which the same drone begins another track. */
  Duration flightGap();

  /** Tracks of one agency held in memory; beyond it the longest silent one ends. */
  int maxTracksPerAgency();

  /** Age after which the observations of a day are dropped, in whole days. */
  Duration keepHistory();
}
