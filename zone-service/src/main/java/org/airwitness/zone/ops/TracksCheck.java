package org.airwitness.zone.ops;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while nothing keeps tracks from being evaluated. */
@Readiness
@ApplicationScoped
class TracksCheck implements HealthCheck {
  private final Hindrances hindrances;

  TracksCheck(Hindrances hindrances) {
    this.hindrances = hindrances;
  }

  @Override
  public HealthCheckResponse call() {
    Map<String, String> failures = hindrances.list();
    var response = HealthCheckResponse.named("tracks are evaluated");
    failures.forEach(response::withData);
    return response.status(failures.isEmpty()).build();
  }
}
