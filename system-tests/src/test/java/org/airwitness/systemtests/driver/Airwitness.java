package org.airwitness.systemtests.driver;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A running Airwitness as its users see it.
 *
 * @param url of the gateway
 * @param mqttAddress {@code host:port} for sensors
 */
public record Airwitness(URI url, String mqttAddress) {
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  static Airwitness onPorts(int port, int mqttPort) {
    return new Airwitness(URI.create("http://127.0.0.1:" + port), "127.0.0.1:" + mqttPort);
  }

  /** The API as somebody of the platform itself. */
  public Api asPlatformAdmin() {
    return api(token(null, "platform-admin"));
  }

  /** The API as somebody of an agency. */
  public Api as(String agency, String... roles) {
    return api(token(agency, String.join(",", roles)));
  }

  /** The API with this token, without one when it is null. */
  public Api api(@Nullable String token) {
    return new Api(url.resolve("/api/v1"), token);
  }

  /** Registers an agency. */
  public Agency addAgency(String id) {
    asPlatformAdmin().create("/agencies", "{\"id\":\"%s\",\"name\":\"%s\"}".formatted(id, id));
    return new Agency(this, id);
  }

  private String token(@Nullable String agency, String roles) {
    return TOKENS.computeIfAbsent(url + " " + agency + " " + roles, key -> issue(agency, roles));
  }

  private String issue(@Nullable String agency, String roles) {
    String port = Integer.toString(url.getPort());
    List<String> command =
        agency == null
            ? List.of("token", "--role", roles, "--port", port)
            : List.of("token", "--agency", agency, "--role", roles, "--port", port);
    Program.Outcome outcome = Program.run(command.toArray(String[]::new));
    if (outcome.exitCode() != 0) {
      throw new AssertionError(command + " failed: " + outcome.err());
    }
    return outcome.out().strip();
  }
}
