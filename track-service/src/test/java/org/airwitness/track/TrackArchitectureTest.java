package org.airwitness.track;

import org.airwitness.platform.testing.ServiceArchitecture;

class TrackArchitectureTest extends ServiceArchitecture {
  TrackArchitectureTest() {
    super("track");
  }
}
