package org.airwitness.ingest.core;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.airwitness.platform.agency.AgencyId;

/**
 * Which sensor a topic of a site's broker belongs to. A route is a topic filter of MQTT 3.1.1 in
 * which {@code {sensor}} stands for the level that holds the sensor's id, or a filter with the id
 * behind an equals sign:
 *
 * <pre>
 * drones/{sensor}/obs
 * /sensor/ds230/upload=roof-1
 * tele/+/north/#=mast-2
 * </pre>
 *
 * <p>The first route that matches decides.
 */
public final class SiteRoutes {
  private static final String SENSOR_LEVEL = "{sensor}";
  private static final String SENSOR_GROUP = "sensor";

  private final AgencyId agency;
  private final List<Route> routes;

  private record Route(Pattern topics, Optional<String> sensor) {}

  private SiteRoutes(AgencyId agency, List<Route> routes) {
    this.agency = agency;
    this.routes = routes;
  }

  /**
   * Reads routes.
   *
   * @throws IllegalArgumentException naming the route and what is wrong with it
   */
  public static SiteRoutes parse(AgencyId agency, List<String> routes) {
    if (routes.isEmpty()) {
      throw new IllegalArgumentException("A site needs at least one route");
    }
    return new SiteRoutes(agency, routes.stream().map(route -> route(agency, route)).toList());
  }

  private static Route route(AgencyId agency, String text) {
    int equals = text.lastIndexOf('=');
    String filter = equals < 0 ? text : text.substring(0, equals);
    boolean hasLevel = Arrays.asList(filter.split("/", -1)).contains(SENSOR_LEVEL);
    if (hasLevel == (equals >= 0)) {
      throw invalid(text, "needs either a level {sensor} or =SENSOR at its end");
    }
    if (equals < 0) {
      return new Route(pattern(text, filter), Optional.empty());
    }
    try {
      var key = new SensorKey(agency, text.substring(equals + 1));
      return new Route(pattern(text, filter), Optional.of(key.sensor()));
    } catch (IllegalArgumentException e) {
      throw invalid(text, "does not end in a sensor id: " + e.getMessage());
    }
  }

  private static Pattern pattern(String route, String filter) {
    String[] levels = filter.split("/", -1);
    if (Arrays.stream(levels).filter(SENSOR_LEVEL::equals).count() > 1) {
      throw invalid(route, "has the level {sensor} twice");
    }
    for (int i = 0; i < levels.length; i++) {
      boolean wild = levels[i].contains("#") || levels[i].contains("+");
      boolean alone = levels[i].equals("+") || levels[i].equals("#") && i == levels.length - 1;
      if (wild && !alone) {
        throw invalid(route, "may have + only as a whole level and # only as the last one");
      }
    }
    String expression =
        Arrays.stream(levels).map(SiteRoutes::expression).collect(Collectors.joining("/"));
    // The parent level itself belongs to "parent/#".
    return Pattern.compile(expression.replace("/.*", "(/.*)?"), Pattern.DOTALL);
  }

  private static String expression(String level) {
    return switch (level) {
      case SENSOR_LEVEL -> "(?<" + SENSOR_GROUP + ">[^/]*)";
      case "+" -> "[^/]*";
      case "#" -> ".*";
      default -> Pattern.quote(level);
    };
  }

  private static IllegalArgumentException invalid(String route, String problem) {
    return new IllegalArgumentException("The route '%s' %s".formatted(route, problem));
  }

  /** Finds the sensor; empty when no route matches, or what stands in its place is no sensor id. */
  public Optional<SensorKey> find(String topic) {
    for (Route route : routes) {
      Matcher matcher = route.topics.matcher(topic);
      if (matcher.matches()) {
        String sensor = route.sensor.orElseGet(() -> matcher.group(SENSOR_GROUP));
        return SensorKey.parse(sensor + "@" + agency.value());
      }
    }
    return Optional.empty();
  }
}
