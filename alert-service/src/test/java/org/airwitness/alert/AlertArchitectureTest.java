package org.airwitness.alert;

import org.airwitness.platform.testing.ServiceArchitecture;

class AlertArchitectureTest extends ServiceArchitecture {
  AlertArchitectureTest() {
    super("alert");
  }
}
