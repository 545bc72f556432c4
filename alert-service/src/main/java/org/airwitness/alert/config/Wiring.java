package org.airwitness.alert.config;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.airwitness.alert.core.Alert;
import org.airwitness.alert.core.AlertRules;
import org.airwitness.alert.core.webhook.RetrySchedule;
import org.airwitness.platform.outgoing.DestinationCheck;
import org.airwitness.platform.rest.LiveStream;

/** Makes beans of what knows no framework. */
final class Wiring {
  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }

  @Produces
  @Singleton
  RandomGenerator random() {
    return new SecureRandom();
  }

  @Produces
  @Singleton
  AlertRules alertRules() {
    return new AlertRules();
  }

  @Produces
  @Singleton
  LiveStream<Alert> liveAlerts() {
    return new LiveStream<>();
  }

  @Produces
  @Singleton
  RetrySchedule retrySchedule(RandomGenerator random) {
    return new RetrySchedule(random);
  }

  @Produces
  @Singleton
  DestinationCheck destinationCheck(WebhooksConfig config) {
    return DestinationCheck.of(config);
  }
}
