package org.airwitness.ingest.mqtt;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while sensors can connect. */
@Readiness
@ApplicationScoped
class ListenerReadiness implements HealthCheck {
  private final MqttListener listener;

  ListenerReadiness(MqttListener listener) {
    this.listener = listener;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("mqtt listener").status(listener.isListening()).build();
  }
}
