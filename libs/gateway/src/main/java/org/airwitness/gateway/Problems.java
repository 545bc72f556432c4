package org.airwitness.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** Errors of the gateway itself, as problem documents (RFC 9457). */
final class Problems {

  private Problems() {}

  static void send(HttpServerResponse response, int status, String title, String detail) {
    var problem =
        new JsonObject()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", status)
            .put("detail", detail);
    response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
    if (status == 502 || status == 503) {
      response.putHeader("Retry-After", "1");
    }
    response.end(problem.toBuffer());
  }
}
