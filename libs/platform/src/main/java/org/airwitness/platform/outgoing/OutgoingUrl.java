package org.airwitness.platform.outgoing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL to connect to as a user wrote it, after everything that can be checked without a name
 * server.
 *
 * @param host as for TLS and the Host header: lower case, IPv6 literals without brackets
 * @param port always explicit
 * @param target path and query
 */
public record OutgoingUrl(boolean tls, String host, int port, String target) {
  private static final int MAX_LENGTH = 2048;
  private static final Pattern DECIMAL_BYTE =
      Pattern.compile("0|[1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5]");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");
  private static final List<String> INNER_NAMES =
      List.of("localhost", "local", "internal", "svc", "cluster.local");

  /**
   * What a deployment admits.
   *
   * @param allowInternal whether plain http, any port and names without a public meaning are
   *     allowed
   * @param ports allowed ports otherwise
   */
  public record Limits(boolean allowInternal, Set<Integer> ports) {
    public Limits {
      ports = Set.copyOf(ports);
    }
  }

  /** The URL cannot be used; the message says why and is fit for its owner. */
  public static final class RefusedUrlException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RefusedUrlException(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Reads a URL.
   *
   * @throws RefusedUrlException when it cannot be used
   */
  public static OutgoingUrl parse(String text, Limits limits) {
    refuseIf(text.length() > MAX_LENGTH, "The URL is longer than " + MAX_LENGTH + " characters");
    URI uri = uri(text);
    boolean tls = "https".equalsIgnoreCase(uri.getScheme());
    refuseIf(
        !tls && !(limits.allowInternal() && "http".equalsIgnoreCase(uri.getScheme())),
        "The URL must begin with https://");
    refuseIf(uri.getRawUserInfo() != null, "The URL must not carry a user name or password");
    refuseIf(uri.getRawFragment() != null, "The URL must not have a fragment");
    String host = host(uri.getHost(), limits);
    int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
    refuseIf(port == 0 || port > 65535, "The URL's port must be from 1 to 65535");
    refuseIf(
        !limits.allowInternal() && !limits.ports().contains(port),
        "The URL's port must be one of " + limits.ports().stream().sorted().toList());
    return new OutgoingUrl(tls, host, port, target(uri));
  }

  /** Value of the Host header (RFC 9110, 7.2). */
  public String hostHeader() {
    String name = isIpv6Literal() ? "[" + host + "]" : host;
    return port == (tls ? 443 : 80) ? name : name + ":" + port;
  }

  /** Whether the host is an address, for which no name server is asked. */
  public boolean isIpLiteral() {
    return isIpv6Literal() || NUMBER.matcher(lastLabel(host)).matches();
  }

  /** Whether the host is an IPv6 address, written in the URL itself. */
  public boolean isIpv6Literal() {
    return host.indexOf(':') >= 0;
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new RefusedUrlException("The URL is malformed");
    }
  }

  private static String host(@Nullable String raw, Limits limits) {
    if (raw == null || raw.isEmpty()) {
      throw new RefusedUrlException("The URL needs a host name in plain ASCII");
    }
    String host = raw.toLowerCase(Locale.ROOT);
    if (host.startsWith("[")) {
      refuseIf(host.indexOf('%') >= 0, "The URL must not name a network interface");
      return host.substring(1, host.length() - 1);
    }
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (NUMBER.matcher(lastLabel(name)).matches()) {
      refuseIf(!isCanonicalIpv4(host), "An IPv4 address must be written as four decimal numbers");
    } else {
      refuseIf(!limits.allowInternal() && isInner(name), "The URL's host must be a public name");
    }
    return host;
  }

  private static String lastLabel(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static boolean isCanonicalIpv4(String host) {
    String[] parts = host.split("\\.", -1);
    return parts.length == 4
        && List.of(parts).stream().allMatch(part -> DECIMAL_BYTE.matcher(part).matches());
  }

  private static boolean isInner(String name) {
    return name.indexOf('.') < 0
        || INNER_NAMES.stream().anyMatch(inner -> name.equals(inner) || name.endsWith("." + inner));
  }

  private static String target(URI uri) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  private static void refuseIf(boolean wrong, String message) {
    if (wrong) {
      throw new RefusedUrlException(message);
    }
  }
}
