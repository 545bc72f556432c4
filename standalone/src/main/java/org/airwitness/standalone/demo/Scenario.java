package org.airwitness.standalone.demo;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.airwitness.standalone.demo.LocalPlane.Point;
import org.airwitness.standalone.identity.DemoAccount;

/**
 * Two agencies at a city by a fjord (Oslo; zones, agencies and drones are invented): the police of
 * the city and the coast guard, whose regions overlap at the harbour.
 */
final class Scenario {

  static final LocalPlane PLANE = new LocalPlane(59.905, 10.755);

  /** An agency and its region. */
  record Agency(String id, String name, JsonObject region) {}

  /** A zone of an agency as the GeoJSON feature that makes it. */
  record ZoneDraft(String agency, String name, JsonObject feature) {}

  private static final String METRO = DemoAccount.METRO;
  private static final String COAST = DemoAccount.COAST;

  static final List<Agency> AGENCIES =
      List.of(
          new Agency(METRO, "Metro Police (demo)", rectangle(-7_000, -2_500, 7_000, 7_000)),
          new Agency(COAST, "Coast Guard (demo)", rectangle(-9_000, -9_000, 4_000, -600)));

  static final List<SimulatedSensor.Site> SENSORS =
      List.of(
          site(METRO, "city-hall", "City hall roof", "native", -1_100, 750, true),
          site(METRO, "opera", "Opera roof", "native", -150, 250, false),
          site(METRO, "heliport", "Heliport mast", "native", 2_300, 1_000, false),
          site(METRO, "harbour", "Harbour crane", "dronescout", -1_000, -500, false),
          site(COAST, "island", "Island light", "native", -2_200, -2_600, true),
          site(COAST, "pier", "Pilot pier", "native", -700, -1_500, false));

  static final List<ZoneDraft> ZONES =
      List.of(
          zone(
              METRO,
              "Heliport",
              "PROHIBITED",
              PLANE.circle(new Point(2_300, 1_000), 700),
              new JsonObject()
                  .put("identifier", "DEMO001")
                  .put("reason", "AIR_TRAFFIC")
                  .put("message", "Ambulance helicopters. No drones.")),
          zone(
              METRO,
              "Government quarter",
              "REQ_AUTHORISATION",
              rectangle(-820, 880, -220, 1_420),
              new JsonObject()
                  .put("identifier", "DEMO002")
                  .put("reason", "SENSITIVE")
                  .put("message", "Ask the police before you fly.")),
          zone(
              METRO,
              "Harbour festival",
              "PROHIBITED",
              PLANE.polygon(
                  List.of(
                      new Point(-1_650, -350),
                      new Point(-1_050, -520),
                      new Point(-820, 40),
                      new Point(-1_350, 260))),
              new JsonObject()
                  .put("identifier", "DEMO003")
                  .put("reason", "OTHER")
                  .put("upperM", 150)
                  .put("upperDatum", "AGL")
                  .put("message", "People below.")),
          zone(
              COAST,
              "Fjord corridor",
              "REQ_AUTHORISATION",
              PLANE.polygon(
                  List.of(
                      new Point(-3_600, -5_200),
                      new Point(-2_500, -5_200),
                      new Point(-950, -1_750),
                      new Point(-1_900, -1_500))),
              new JsonObject().put("identifier", "DEMO004").put("reason", "NATURE")),
          zone(
              COAST,
              "Naval pier",
              "PROHIBITED",
              PLANE.circle(new Point(400, -2_300), 380),
              new JsonObject().put("identifier", "DEMO005").put("reason", "SENSITIVE")));

  /** The first way point of an intruder lies shortly before its zone. */
  static final List<SimulatedDrone> DRONES =
      List.of(
          drone(
              1,
              16,
              85,
              new Point(1_200, 300),
              2,
              true,
              1_480,
              800,
              2_150,
              1_150,
              2_900,
              700,
              2_300,
              -200,
              1_200,
              150),
          drone(
              2,
              9,
              60,
              new Point(-1_000, 1_600),
              2,
              true,
              -940,
              1_250,
              -560,
              1_120,
              -150,
              1_000,
              150,
              1_500,
              -500,
              1_800),
          drone(
              3,
              7,
              45,
              new Point(-1_700, 100),
              1,
              true,
              -1_500,
              420,
              -1_250,
              40,
              -1_000,
              -250,
              -700,
              150,
              -1_100,
              600),
          drone(
              4,
              14,
              95,
              new Point(-2_600, -2_300),
              2,
              true,
              -2_500,
              -2_100,
              -2_050,
              -2_900,
              -2_600,
              -4_300,
              -3_500,
              -3_600,
              -3_100,
              -2_300),
          drone(
              5,
              12,
              70,
              new Point(-300, 2_900),
              2,
              true,
              -900,
              2_600,
              300,
              2_800,
              600,
              3_600,
              -400,
              3_900,
              -1_200,
              3_300),
          drone(
              6,
              11,
              55,
              new Point(900, -1_700),
              1,
              false,
              -150,
              -2_050,
              300,
              -2_250,
              900,
              -2_500,
              1_200,
              -1_700,
              400,
              -1_400),
          drone(
              7,
              8,
              40,
              new Point(-600, -900),
              2,
              false,
              -650,
              -700,
              -950,
              -330,
              -1_300,
              -250,
              -1_750,
              -700,
              -1_200,
              -1_100));

  private Scenario() {}

  private static SimulatedSensor.Site site(
      String agency,
      String id,
      String name,
      String format,
      double eastM,
      double northM,
      boolean shared) {
    return new SimulatedSensor.Site(agency, id, name, format, new Point(eastM, northM), shared);
  }

  private static JsonObject rectangle(double westM, double southM, double eastM, double northM) {
    return PLANE.polygon(
        List.of(
            new Point(westM, southM),
            new Point(eastM, southM),
            new Point(eastM, northM),
            new Point(westM, northM)));
  }

  private static ZoneDraft zone(
      String agency, String name, String restriction, JsonObject geometry, JsonObject more) {
    var properties = more.copy().put("name", name).put("restriction", restriction);
    return new ZoneDraft(
        agency,
        name,
        new JsonObject()
            .put("type", "Feature")
            .put("geometry", geometry)
            .put("properties", properties));
  }

  /** {@code way} is east and north in turn. */
  private static SimulatedDrone drone(
      int number,
      double speedMps,
      double heightM,
      Point operator,
      int periodTicks,
      boolean packs,
      double... way) {
    var wayPoints = new java.util.ArrayList<Point>();
    for (int i = 0; i < way.length; i += 2) {
      wayPoints.add(new Point(way[i], way[i + 1]));
    }
    return new SimulatedDrone(
        "9ZZ9FAW2026DEM%06d".formatted(number),
        "02:a1:57:00:00:%02x".formatted(number),
        new FlightPath(wayPoints),
        speedMps,
        heightM,
        0,
        operator,
        periodTicks,
        packs);
  }
}
