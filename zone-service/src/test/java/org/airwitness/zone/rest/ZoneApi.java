package org.airwitness.zone.rest;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.UUID;
import org.airwitness.platform.testing.Tokens;

/** One agency's use of the REST interface. */
public final class ZoneApi {
  public static final String ZONES = "/api/v1/zones";

  private final String agency;

  public ZoneApi(String agency) {
    this.agency = agency;
  }

  /** An agency that no other test uses. */
  public static ZoneApi ofNewAgency() {
    return new ZoneApi("agency-" + UUID.randomUUID());
  }

  public String agency() {
    return agency;
  }

  public RequestSpecification as(String role) {
    return given().auth().oauth2(Tokens.of(agency, role));
  }

  public Response post(String feature) {
    return as("agency-admin").contentType("application/geo+json").body(feature).post(ZONES);
  }

  /** Creates a square zone and returns its id. */
  public UUID createSquare(String name, double west, double south, double sizeDeg) {
    String id =
        post(square(name, west, south, sizeDeg)).then().statusCode(201).extract().path("id");
    return UUID.fromString(id);
  }

  /** Creates a square zone that applies from one time to another. */
  public UUID createSquare(
      String name, double west, double south, double sizeDeg, Instant from, Instant until) {
    String zone =
        square(name, west, south, sizeDeg)
            .replace(
                "\"upperM\"",
                "\"validFrom\":\"%s\",\"validUntil\":\"%s\",\"upperM\"".formatted(from, until));
    return UUID.fromString(post(zone).then().statusCode(201).extract().path("id"));
  }

  /** Puts another square in the place of a zone. */
  public void replaceSquare(UUID id, String name, double west, double south, double sizeDeg) {
    as("agency-admin")
        .contentType("application/geo+json")
        .header("If-Match", "*")
        .body(square(name, west, south, sizeDeg))
        .put(ZONES + "/" + id)
        .then()
        .statusCode(200);
  }

  public Response load(String format, byte[] document) {
    return as("agency-admin")
        .contentType("application/json")
        .queryParam("format", format)
        .body(document)
        .post(ZONES + "/import");
  }

  /** Imports what a known source publishes. */
  public Response loadFrom(String source, byte[] document) {
    return as("agency-admin")
        .contentType("application/json")
        .queryParam("source", source)
        .body(document)
        .post(ZONES + "/import");
  }

  public Response delete(UUID id) {
    return as("agency-admin").delete(ZONES + "/" + id);
  }

  public Response list(String query) {
    return as("viewer").get(ZONES + query);
  }

  public static String square(String name, double west, double south, double sizeDeg) {
    double east = west + sizeDeg;
    double north = south + sizeDeg;
    return feature(
        "\"name\":\"%s\",\"restriction\":\"PROHIBITED\",\"upperM\":120".formatted(name),
        "[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]"
            .formatted(west, south, east, south, east, north, west, north, west, south));
  }

  public static String feature(String properties, String coordinates) {
    return "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":%s}}"
        .formatted(properties, coordinates);
  }
}
