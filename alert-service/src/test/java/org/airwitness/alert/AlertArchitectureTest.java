package org.airwitness.alert;

import org.airwitness.platform.testing.ServiceArchitecture;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertArchitectureTest extends ServiceArchitecture {
  AlertArchitectureTest() {
    super("alert");
  }
}
