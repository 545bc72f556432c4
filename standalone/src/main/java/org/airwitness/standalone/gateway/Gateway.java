package org.airwitness.standalone.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.airwitness.gateway.ApiRoutes;
import org.airwitness.gateway.Backend;
import org.airwitness.gateway.ConsolePages;
import org.airwitness.gateway.ReverseProxy;
import org.airwitness.standalone.identity.IdentityProvider;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server in front of everything: {@code /api/v1/...} goes to the service that owns the
 * resource, {@code /oidc/...} to the OpenID provider, everything else is the console.
 */
public final class Gateway implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private final HttpServer server;

  private Gateway(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts the gateway.
   *
   * @param address local address to listen on
   * @param port TCP port, 0 for a free one
   * @param servicePorts port on 127.0.0.1 by service name
   * @param identityPort port of the OpenID provider on 127.0.0.1
   * @param console directory with the console's files, null when it is not served
   */
  public static Gateway start(
      Vertx vertx,
      String address,
      int port,
      Map<String, Integer> servicePorts,
      int identityPort,
      @Nullable Path console) {
    var router = Router.router(vertx);
    var proxy = new ReverseProxy(vertx);
    ApiRoutes.mount(router, proxy, backends(servicePorts));
    var provider = new Backend("OpenID provider", LOOPBACK, identityPort);
    router
        .route("/" + IdentityProvider.ISSUER + "/*")
        .handler(context -> proxy.forward(context.request(), provider));
    if (console != null) {
      serveConsole(router, console);
    }
    router.route().handler(ApiRoutes::unknownResource);
    // HTTP/1.1 only: what is passed on is the same protocol on both sides.
    var options =
        new HttpServerOptions().setMaxHeaderSize(16 * 1024).setHttp2ClearTextEnabled(false);
    var listening = vertx.createHttpServer(options).requestHandler(router).listen(port, address);
    return new Gateway(await(listening, "listen on " + address + ":" + port));
  }

  private static Map<String, Backend> backends(Map<String, Integer> servicePorts) {
    var backends = new HashMap<String, Backend>();
    servicePorts.forEach((service, port) ->
        backends.put(service, new Backend(service + "-service", LOOPBACK, port)));
    return backends;
  }

  private static void serveConsole(Router router, Path console) {
    ConsolePages.mount(router, "/" + IdentityProvider.ISSUER, IdentityProvider.CONSOLE_CLIENT);
    // The names of assets change with their content; everything else is asked for again.
    ConsolePages.pages(router, "/assets/*").handler(files(console.resolve("assets")));
    ConsolePages.pages(router, "/*").handler(ConsolePages::askAgain);
    if (Files.isRegularFile(console.resolve("index.html"))) {
      ConsolePages.pages(router, "/*").handler(files(console).setCachingEnabled(false));
    } else {
      ConsolePages.pages(router, "/").handler(Gateway::consoleMissing);
    }
  }

  private static StaticHandler files(Path directory) {
    return StaticHandler.create(FileSystemAccess.ROOT, directory.toAbsolutePath().toString())
        .setIncludeHidden(false)
        .setDefaultContentEncoding("UTF-8");
  }

  /** Reached only when the console is not built. */
  private static void consoleMissing(RoutingContext context) {
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .end(
            """
            <!doctype html><html lang="en"><title>Airwitness</title>
            <h1>Airwitness is running</h1>
            <p>The console is not built. Everything else is: the interface is below /api/v1.</p>
            </html>
            """);
  }

  /** The port it listens on. */
  public int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    await(server.close(), "close");
  }

  private static <T> T await(Future<T> future, String what) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted: the gateway cannot " + what, e);
    } catch (ExecutionException | CompletionException | TimeoutException e) {
      throw new IllegalStateException("The gateway cannot " + what, e);
    }
  }
}
