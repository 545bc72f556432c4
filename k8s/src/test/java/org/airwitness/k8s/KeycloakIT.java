package org.airwitness.k8s;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.airwitness.embedded.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * An installation with the Keycloak of the trial and the realm beside it: its clients register
 * agencies and sensors and fly the test of the installation through, so every service reads agency,
 * roles and audience from tokens that Keycloak made.
 *
 * <p>{@code -Dairwitness.keycloak=DIR} says where {@code org.keycloak:keycloak-quarkus-dist} of
 * Maven Central, in the version of the trial, is unpacked.
 */
@EnabledIfSystemProperty(
    named = "airwitness.keycloak",
    matches = ".+",
    disabledReason = "needs a Keycloak; -Dairwitness.keycloak=DIR runs it")
class KeycloakIT {
  private static final Path EXAMPLE = Path.of("examples", "keycloak");

  private static final String VALUES =
      """
      platformSecretName: airwitness-platform
      agencies:
        - id: harbour
          name: Harbour police
          secretName: harbour-admin
          sensors:
            - {id: mast-1, name: Mast 1, format: native}
      test: {secretName: airwitness-check}
      """;

  private final Path home = Path.of(System.getProperty("airwitness.keycloak", "."));
  private final int port = FreePort.find();
  private final int management = FreePort.find();

  @Test
  void takesTheTokensOfTheTrial() throws Exception {
    var keycloak = start();
    try (var cluster = new LocalCluster(Transport.PLAIN)) {
      for (String client : List.of("airwitness-platform", "airwitness-check", "harbour-admin")) {
        cluster.replaceSecret(
            client, Map.of("client-id", client, "client-secret", secretOf(client)));
      }
      var here = "http://127.0.0.1:" + port + "/realms/airwitness";
      var manifests = cluster.install(cluster.values().replace(cluster.provider(), here), VALUES);
      await("Keycloak is ready")
          .atMost(Duration.ofMinutes(4))
          .failFast("Keycloak has ended", () -> !keycloak.isAlive())
          .until(this::isReady);

      cluster.run(manifests, "airwitness-topics");
      cluster.startAll(manifests);
      cluster.run(manifests, "airwitness-agencies");
      cluster.run(manifests, "airwitness-check");
    } finally {
      keycloak.descendants().forEach(ProcessHandle::destroyForcibly);
      keycloak.destroyForcibly().waitFor();
    }
  }

  /** The container of the trial as a process, its ports at free places. */
  private Process start() throws IOException {
    var container =
        Manifests.read(EXAMPLE.resolve("trial.yaml")).deployments().getFirst().containers();
    var imported = Files.createDirectories(home.resolve("data/import")).resolve("realm.json");
    Files.copy(EXAMPLE.resolve("realm.json"), imported, StandardCopyOption.REPLACE_EXISTING);
    var builder = new ProcessBuilder("bash", home.resolve("bin/kc.sh").toString());
    builder.command().addAll(Manifests.texts(container.getFirst().path("args")));
    var environment = builder.environment();
    for (JsonNode variable : container.getFirst().path("env")) {
      environment.put(variable.path("name").asText(), value(variable));
    }
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("KC_DB", "dev-mem");
    environment.put("KC_HTTP_HOST", "127.0.0.1");
    environment.put("KC_HTTP_PORT", Integer.toString(port));
    environment.put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(management));
    builder.redirectErrorStream(true).redirectOutput(home.resolve("data/keycloak.log").toFile());
    return builder.start();
  }

  private static String value(JsonNode variable) {
    var secret = variable.at("/valueFrom/secretKeyRef");
    return secret.isMissingNode()
        ? variable.path("value").asText()
        : secretOf(secret.path("name").asText());
  }

  private static String secretOf(String client) {
    return "secret-of-" + client;
  }

  private boolean isReady() throws InterruptedException {
    var uri = URI.create("http://127.0.0.1:" + management + "/health/ready");
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException _) {
      return false;
    }
  }
}
