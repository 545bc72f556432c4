package org.airwitness.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;

/**
 * What surrounds the console's files: the headers of its pages and the settings it asks for at
 * {@code /console/config.json}.
 */
public final class ConsolePages {
  private static final String CONTENT_SECURITY =
      "default-src 'self'%s; worker-src 'self' blob:; img-src 'self' data: blob:;"
          + " style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

  private ConsolePages() {}

  /**
   * Adds them; the files are served by whoever comes later.
   *
   * @param authority the OpenID provider as browsers reach it: a URL, or a path on this address
   * @param clientId the console's client there
   */
  public static void mount(Router router, String authority, String clientId) {
    var settings =
        new JsonObject()
            .put("oidc", new JsonObject().put("authority", authority).put("clientId", clientId));
    router.get("/console/config.json").handler(context -> context.json(settings));
    var contentSecurity = CONTENT_SECURITY.formatted(origin(authority));
    pages(router, "/*").handler(context -> protect(context, contentSecurity));
  }

  /** GET and HEAD of a path. */
  public static Route pages(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  /** Lets a browser ask each time whether the file has changed. */
  public static void askAgain(RoutingContext context) {
    context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    context.next();
  }

  private static void protect(RoutingContext context, String contentSecurity) {
    context
        .response()
        .putHeader("Content-Security-Policy", contentSecurity)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "same-origin");
    context.next();
  }

  /** The provider's origin with a space before it, where it is not our own. */
  private static String origin(String authority) {
    if (authority.startsWith("/")) {
      return "";
    }
    var url = URI.create(authority);
    return " " + url.getScheme() + "://" + url.getRawAuthority();
  }
}
