package org.airwitness.standalone;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;

/**
 * The HTTP endpoint on 127.0.0.1 through which other commands of the same user speak to the running
 * system. Every request carries the secret of the {@link RunFile}.
 *
 * <p>{@code POST /token} with {@code {"agency":..,"roles":[..]}} answers a token as text, {@code
 * GET /status} answers {@link SystemStatus} as JSON.
 */
final class ControlEndpoint {

  private static final Duration TOKEN_VALIDITY = Duration.ofHours(8);

  private final HttpServer server;

  private ControlEndpoint(HttpServer server) {
    this.server = server;
  }

  static ControlEndpoint start(Vertx vertx, LocalSystem system, String secret) {
    var router = Router.router(vertx);
    router.route().handler(context -> authenticate(context, secret));
    router
        .post("/token")
        .handler(BodyHandler.create(false).setBodyLimit(8 * 1024))
        .blockingHandler(context -> token(context, system), false);
    router.get("/status").blockingHandler(context -> context.json(SystemStatus.of(system)), false);
    var server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    return new ControlEndpoint(server);
  }

  int port() {
    return server.actualPort();
  }

  private static void authenticate(RoutingContext context, String secret) {
    var expected = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
    var given = context.request().getHeader("Authorization");
    if (given != null && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
      context.next();
    } else {
      context.response().setStatusCode(401).end();
    }
  }

  private static void token(RoutingContext context, LocalSystem system) {
    JsonObject request = context.body().asJsonObject();
    if (request == null) {
      context.response().setStatusCode(400).end();
      return;
    }
    List<String> roles =
        request.getJsonArray("roles", new JsonArray()).stream().map(String::valueOf).toList();
    var agency = request.getString("agency");
    var subject = "cli-" + (agency == null ? "platform" : agency);
    context.end(system.identity().issueToken(subject, agency, roles, TOKEN_VALIDITY));
  }
}
