package org.airwitness.zone;

import org.airwitness.platform.testing.ServiceArchitecture;

class ZoneArchitectureTest extends ServiceArchitecture {
  ZoneArchitectureTest() {
    super("zone");
  }
}
