package org.airwitness.zone.rest;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.airwitness.platform.testing.Engines;
import org.airwitness.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "zone"))
class GeoAwarenessOffIT {
  @Test
  void isNotThereUnlessTurnedOn() {
    given()
        .auth()
        .oauth2(Tokens.ofScope("agency-off", "geo-awareness.test"))
        .get("/api/v1/zones/interuss/status")
        .then()
        .statusCode(404);
  }
}
