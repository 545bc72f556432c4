package org.airwitness.standalone;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The settings of the services as environment variables, the same names as on Kubernetes. */
final class ServiceEnvironment {
  private static final String JSON_LOGS = "QUARKUS_LOG_CONSOLE_JSON_ENABLED";

  private ServiceEnvironment() {}

  /**
   * The variables of one service.
   *
   * @param httpPort its own HTTP port on 127.0.0.1
   * @param managementPort its own port of probes and metrics on 127.0.0.1
   */
  static Map<String, String> of(
      String service, int httpPort, int managementPort, Engines engines, SystemOptions options) {
    var variables = new HashMap<String, String>();
    engines
        .database(service)
        .quarkusProperties()
        .forEach((name, value) -> variables.put(variable(name), value));
    variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    variables.put("QUARKUS_HTTP_PORT", Integer.toString(httpPort));
    variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
    // Here people read the logs, unless they say otherwise.
    String json = System.getenv(JSON_LOGS);
    variables.put(JSON_LOGS, json == null ? "false" : json);
    // Nobody has to learn first that it is not ready, and no stream is worth waiting long for.
    variables.put("QUARKUS_SHUTDOWN_DELAY", "0S");
    variables.put("QUARKUS_SHUTDOWN_TIMEOUT", "1S");
    variables.put("KAFKA_BOOTSTRAP_SERVERS", engines.kafka().bootstrapServers());
    // Known to Kafka by name, a service that was killed gets its partitions back at once.
    variables.put("KAFKA_GROUP_INSTANCE_ID", service);
    variables.put("QUARKUS_OIDC_AUTH_SERVER_URL", engines.identity().loopbackUrl());
    // The issuer is whatever name the gateway is reached by; the signature decides.
    variables.put("QUARKUS_OIDC_TOKEN_ISSUER", "any");
    switch (service) {
      case "ingest" -> {
        variables.put("AIRWITNESS_MQTT_HOST", options.address());
        variables.put("AIRWITNESS_MQTT_PORT", Integer.toString(options.mqttPort()));
      }
      case "alert" -> variables.put("AIRWITNESS_WEBHOOKS_ALLOW_INTERNAL", "true");
      default -> {}
    }
    return variables;
  }

  /** {@code quarkus.flyway.jdbc-url} as {@code QUARKUS_FLYWAY_JDBC_URL}. */
  static String variable(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
