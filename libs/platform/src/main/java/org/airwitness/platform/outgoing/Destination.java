package org.airwitness.platform.outgoing;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;

/**
 * Where to connect: a URL and the address its host had when it was checked. The host is not
 * resolved again.
 */
public record Destination(OutgoingUrl url, InetAddress address) {

  /**
   * A request that connects to the very address that was checked, keeps the host for TLS and the
   * Host header, and follows no redirect.
   */
  public RequestOptions request(HttpMethod method) {
    return new RequestOptions()
        .setMethod(method)
        .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
        .setHost(url.host())
        .setPort(url.port())
        .setSsl(url.tls())
        .setURI(url.target())
        .setFollowRedirects(false)
        .putHeader("Host", url.hostHeader());
  }
}
