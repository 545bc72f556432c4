package org.airwitness.systemtests.driver;

import com.fasterxml.jackson.databind.JsonNode;

/** An agency as its own people use the system. */
public record Agency(Airwitness airwitness, String id) {
  private static final String RUN = Long.toString(System.currentTimeMillis(), 36);

  /** Registers an agency whose id no earlier run over the same system has used. */
  public static Agency register(Airwitness airwitness, String name) {
    return airwitness.addAgency(name + "-" + RUN);
  }

  /** What a sensor signs in with. */
  public record Account(String sensor, String username, String password) {}

  public Api as(String... roles) {
    return airwitness.as(id, roles);
  }

  public Api admin() {
    return as("agency-admin");
  }

  /** Registers a sensor. */
  public Account addSensor(String sensor, String format) {
    JsonNode created =
        admin()
            .create(
                "/sensors",
                "{\"id\":\"%s\",\"name\":\"%s\",\"format\":\"%s\"}"
                    .formatted(sensor, sensor, format));
    JsonNode credentials = created.path("credentials");
    return new Account(
        sensor, credentials.path("username").asText(), credentials.path("password").asText());
  }

  /** Registers a sensor and switches it on. */
  public MqttSensor connectSensor(String sensor, String format) {
    return new MqttSensor(airwitness.mqttAddress(), addSensor(sensor, format));
  }

  /** Draws a round prohibited zone from the ground up and returns its id. */
  public String addRoundZone(String name, Place middle, double radiusM) {
    return addZone(
        "{\"type\":\"Point\",\"coordinates\":[%s,%s]}".formatted(middle.lonDeg(), middle.latDeg()),
        "\"name\":\"%s\",\"restriction\":\"PROHIBITED\",\"radiusM\":%s".formatted(name, radiusM));
  }

  /** Draws a square prohibited zone from the ground up and returns its id. */
  public String addSquareZone(String name, Place middle, double sideM) {
    double half = sideM / 2;
    String ring =
        String.join(
            ",",
            corner(middle, -half, -half),
            corner(middle, half, -half),
            corner(middle, half, half),
            corner(middle, -half, half),
            corner(middle, -half, -half));
    return addZone(
        "{\"type\":\"Polygon\",\"coordinates\":[[%s]]}".formatted(ring),
        "\"name\":\"%s\",\"restriction\":\"PROHIBITED\"".formatted(name));
  }

  private static String corner(Place middle, double eastM, double northM) {
    Place corner = middle.moved(eastM, northM);
    return "[%s,%s]".formatted(corner.lonDeg(), corner.latDeg());
  }

  private String addZone(String geometry, String properties) {
    JsonNode zone =
        admin()
            .create(
                "/zones",
                "{\"type\":\"Feature\",\"geometry\":%s,\"properties\":{%s}}"
                    .formatted(geometry, properties));
    return zone.path("id").asText();
  }

  /** Lets a receiver be told of new alerts, with the receiver's own secret. */
  public String subscribe(WebhookReceiver receiver) {
    JsonNode subscription =
        admin()
            .create(
                "/subscriptions",
                "{\"type\":\"webhook\",\"url\":\"%s\",\"secret\":\"%s\"}"
                    .formatted(receiver.url(), receiver.secret()));
    return subscription.path("id").asText();
  }
}
