package org.airwitness.zone.messaging;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.airwitness.contract.v1.ZoneEventType.ZONE_EVENT_TYPE_CLEARED;
import static org.airwitness.contract.v1.ZoneEventType.ZONE_EVENT_TYPE_ENTER;
import static org.airwitness.zone.rest.ZoneApi.ZONES;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.airwitness.contract.v1.ZoneEventType;
import org.airwitness.platform.testing.Engines;
import org.airwitness.platform.testing.Tokens;
import org.airwitness.zone.rest.ZoneApi;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drones of an agency over the zones of a reference set, while its publisher makes editions. */
@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "zone"))
class SharedZonesIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @ConfigProperty(name = Engines.KAFKA)
  String kafka;

  private final String name = "reference-" + UUID.randomUUID();
  private final ZoneApi api = ZoneApi.ofNewAgency();
  private final Flight overPark = new Flight(api.agency(), Instant.now());
  private final Flight overStadium = new Flight(api.agency(), Instant.now());
  private Bus bus;

  @BeforeEach
  void connect() {
    bus = new Bus(kafka);
  }

  @AfterEach
  void disconnect() {
    bus.close();
  }

  @Test
  void seesTheNextEditionWithoutReadingAllZonesAgain() {
    String park = ZoneApi.square("Park", 60, -10, 0.1);
    String stadium = ZoneApi.square("Stadium", 61, -10, 0.1);
    String set = publish(park);
    api.as("agency-admin").put(ZONES + "/sets/" + set + "/subscription").then().statusCode(204);
    awaitEvent(ZONE_EVENT_TYPE_ENTER, "Park");

    publish(park, stadium);
    awaitEvent(ZONE_EVENT_TYPE_ENTER, "Stadium");

    publish(park, ZoneApi.square("Stadium", 65, -10, 0.1));
    awaitEvent(ZONE_EVENT_TYPE_CLEARED, "Stadium");
  }

  private String publish(String... squares) {
    return given()
        .auth()
        .oauth2(Tokens.platformAdmin())
        .contentType("application/json")
        .body(
            "{\"type\":\"FeatureCollection\",\"features\":[%s]}"
                .formatted(String.join(",", squares))
                .getBytes(UTF_8))
        .queryParam("format", "geojson")
        .queryParam("set", name)
        .queryParam("override", "two zones where there was one")
        .post(ZONES + "/import")
        .then()
        .statusCode(200)
        .extract()
        .path("set");
  }

  private void awaitEvent(ZoneEventType type, String zone) {
    await(type + " " + zone)
        .atMost(LIMIT)
        .until(() -> {
          bus.send(overPark.at(60.05, -9.95), overStadium.at(61.05, -9.95));
          return bus.events(api.agency()).stream()
              .anyMatch(event -> event.getType() == type && event.getZoneName().equals(zone));
        });
  }
}
