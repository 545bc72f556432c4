package org.airwitness.gateway;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Which service answers which resource below {@code /api/v1}. */
public final class ApiRoutes {
  private static final Map<String, List<String>> RESOURCES =
      Map.of(
          "ingest", List.of("agencies", "sensors", "quarantine"),
          "track", List.of("tracks", "observations"),
          "zone", List.of("zones"),
          "alert", List.of("alerts", "subscriptions"));

  private ApiRoutes() {}

  /**
   * Routes everything below {@code /api}; what no service owns is answered with 404.
   *
   * @param backends by {@code ingest}, {@code track}, {@code zone}, {@code alert}; of one that is
   *     missing the resources are unknown
   */
  public static void mount(Router router, ReverseProxy proxy, Map<String, Backend> backends) {
    backends.forEach((service, backend) ->
        RESOURCES
            .getOrDefault(service, List.of())
            .forEach(resource ->
                router
                    .route("/api/v1/" + resource + "/*")
                    .handler(context -> proxy.forward(context.request(), backend))));
    router.route("/api/*").handler(ApiRoutes::unknownResource);
  }

  /** Answers that there is nothing at this path. */
  public static void unknownResource(RoutingContext context) {
    Problems.send(
        context.response(), 404, "Not Found", "No such resource: " + context.normalizedPath());
  }
}
