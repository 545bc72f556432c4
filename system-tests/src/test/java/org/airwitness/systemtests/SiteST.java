package org.airwitness.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.airwitness.systemtests.driver.Agency;
import org.airwitness.systemtests.driver.Launcher;
import org.airwitness.systemtests.driver.MqttSensor;
import org.airwitness.systemtests.driver.NativeBatch;
import org.airwitness.systemtests.driver.Place;
import org.airwitness.systemtests.driver.RemoteId;
import org.airwitness.systemtests.driver.SiteBroker;
import org.airwitness.systemtests.driver.TimeLimit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A sensor publishes to the broker of its site while the service that reads that broker is killed:
 * everything the broker has acknowledged becomes an observation, once.
 */
@Order(7)
class SiteST {
  private static final Place HARBOUR = new Place(59.9075, 10.7510);
  private static final int BEFORE_THE_KILL = 200;
  private static final int WHILE_DEAD = 300;

  @Test
  void losesAndDoublesNothingOfASitesBroker() {
    Assumptions.assumeTrue(
        SiteBroker.isInstalled(),
        "SKIPPED: /usr/sbin/mosquitto is missing; Debian's package is mosquitto");
    try (SiteBroker broker = SiteBroker.start();
        Launcher launcher = Launcher.start("site", settings(broker))) {
      Agency agency = launcher.airwitness().addAgency("harbour");
      Agency.Account quay = agency.addSensor("quay", "native");
      Agency.Account anonymous = new Agency.Account(quay.sensor(), "anyone", "");
      try (MqttSensor sensor = new MqttSensor("127.0.0.1:" + broker.port(), anonymous)) {
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        publish(sensor, sent, BEFORE_THE_KILL);
        launcher.kill("ingest");
        publish(sensor, sent, WHILE_DEAD);
        sent.forEach(MqttSensor::await);
      }
      TimeLimit.eventually(90)
          .untilAsserted(() ->
              assertThat(agency.as("viewer").read("/observations/count").path("count").asInt())
                  .isEqualTo(BEFORE_THE_KILL + WHILE_DEAD));
    }
  }

  private static Map<String, String> settings(SiteBroker broker) {
    return Map.of(
        "AIRWITNESS_SITE_ENABLED", "true",
        "AIRWITNESS_SITE_HOST", "127.0.0.1",
        "AIRWITNESS_SITE_PORT", Integer.toString(broker.port()),
        "AIRWITNESS_SITE_AGENCY", "harbour",
        "AIRWITNESS_SITE_TOPIC", "s/#",
        "AIRWITNESS_SITE_ROUTES", "s/{sensor}/obs");
  }

  private static void publish(MqttSensor sensor, List<CompletableFuture<Void>> sent, int count) {
    for (int i = 0; i < count; i++) {
      Instant now = Instant.now();
      byte[] pack = RemoteId.pack("1581F6Z9A23CML3E8B7G", HARBOUR.moved(sent.size(), 0), now);
      sent.add(
          sensor.publish(
              new NativeBatch(sensor.id(), sent.size(), now)
                  .with("wifi-beacon", "90:3a:e6:00:11:22", pack)));
    }
  }
}
