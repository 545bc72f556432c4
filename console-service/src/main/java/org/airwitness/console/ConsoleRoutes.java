package org.airwitness.console;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Map;
import org.airwitness.gateway.ApiRoutes;
import org.airwitness.gateway.Backend;
import org.airwitness.gateway.ConsolePages;
import org.airwitness.gateway.ReverseProxy;

/** The API of all services and the console's page at one address. */
@ApplicationScoped
class ConsoleRoutes {
  private static final int HTTP = 80;

  private final Vertx vertx;
  private final GatewayConfig config;

  ConsoleRoutes(Vertx vertx, GatewayConfig config) {
    this.vertx = vertx;
    this.config = config;
  }

  void mount(@Observes Router router) {
    var services = config.services();
    ApiRoutes.mount(
        router,
        new ReverseProxy(vertx),
        Map.of(
            "ingest", backend("ingest", services.ingest()),
            "track", backend("track", services.track()),
            "zone", backend("zone", services.zone()),
            "alert", backend("alert", services.alert())));
    ConsolePages.mount(router, config.oidc().authority(), config.oidc().clientId());
    // The names of assets change with their content; everything else is asked for again.
    ConsolePages.pages(router, "/*")
        .handler(context -> {
          if (context.normalizedPath().startsWith("/assets/")) {
            context
                .response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
            context.next();
          } else {
            ConsolePages.askAgain(context);
          }
        });
  }

  private static Backend backend(String service, URI address) {
    if (!"http".equals(address.getScheme()) || address.getHost() == null) {
      throw new IllegalArgumentException(
          "airwitness.gateway.services.%s is http://host:port, not '%s'"
              .formatted(service, address));
    }
    int port = address.getPort() < 0 ? HTTP : address.getPort();
    return new Backend(service + "-service", address.getHost(), port);
  }
}
