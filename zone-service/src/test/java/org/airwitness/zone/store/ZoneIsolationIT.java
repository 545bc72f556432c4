package org.airwitness.zone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.testing.AgencyIsolation;
import org.airwitness.platform.testing.Engines;
import org.airwitness.zone.messaging.Bus;
import org.airwitness.zone.messaging.Flight;
import org.airwitness.zone.rest.ZoneApi;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

/** With a zone, a version and a presence of an agency in the tables. */
@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "zone"))
class ZoneIsolationIT extends AgencyIsolation {
  @ConfigProperty(name = Engines.KAFKA)
  String kafka;

  @Inject PresenceStore presences;

  @BeforeEach
  void fillEveryTable() {
    ZoneApi api = new ZoneApi("isolation-a");
    api.createSquare("Harbour", 10, 50, 0.1);
    try (Bus bus = new Bus(kafka)) {
      Flight flight = new Flight(api.agency());
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> {
            bus.send(flight.at(10.05, 50.05));
            assertThat(
                    presences
                        .load(new AgencyId(api.agency()))
                        .await()
                        .atMost(Duration.ofSeconds(5)))
                .isNotEmpty();
          });
    }
  }
}
