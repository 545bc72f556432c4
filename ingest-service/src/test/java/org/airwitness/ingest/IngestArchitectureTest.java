package org.airwitness.ingest;

import org.airwitness.platform.testing.ServiceArchitecture;

class IngestArchitectureTest extends ServiceArchitecture {
  IngestArchitectureTest() {
    super("ingest");
  }
}
