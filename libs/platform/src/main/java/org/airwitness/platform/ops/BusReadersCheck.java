package org.airwitness.platform.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import org.airwitness.platform.messaging.BusReader;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once every consumer of the bus has been dealt its partitions and reads at its place. */
@Readiness
@ApplicationScoped
public class BusReadersCheck implements HealthCheck {
  private final Instance<BusReader> readers;

  BusReadersCheck(@Any Instance<BusReader> readers) {
    this.readers = readers;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("bus is read");
    boolean all = true;
    for (BusReader reader : readers) {
      response.withData(reader.consumer(), reader.hasJoined());
      all &= reader.hasJoined();
    }
    return response.status(all).build();
  }
}
