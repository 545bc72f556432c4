package org.airwitness.k8s;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.airwitness.embedded.DirectoryTree;
import org.airwitness.embedded.EmbeddedKafka;
import org.airwitness.embedded.EmbeddedPostgres;
import org.airwitness.embedded.FreePort;
import org.airwitness.k8s.Manifests.Workload;

/** What an installation finds: Kafka, PostgreSQL with its roles, an OpenID provider, Secrets. */
final class LocalCluster implements AutoCloseable {
  private static final List<String> SERVICES = List.of("ingest", "track", "zone", "alert");
  private static final Path ROLES = Path.of("examples", "postgresql", "roles.sql");

  /** A password nobody should choose, so that whoever does is served. */
  private static final String PASSWORD = "p$%%{x}${HOME}\\'\"#%s";

  private static final String CLIENTS =
      """
      {"interactiveLogin": false, "tokenCallbacks": [{"issuerId": "airwitness", "tokenExpiry": 3600,
        "requestMappings": [
          {"requestParam": "client_id", "match": "platform",
           "claims": {"sub": "platform", "aud": ["airwitness"], "roles": ["platform-admin"]}},
          {"requestParam": "client_id", "match": "harbour",
           "claims": {"sub": "harbour", "aud": ["airwitness"], "roles": ["agency-admin"], "agency": "harbour"}},
          {"requestParam": "client_id", "match": "check",
           "claims": {"sub": "check", "aud": ["airwitness"], "roles": ["agency-admin", "duty-officer"],
                      "agency": "installation"}}]}]}
      """;

  private final Path kafkaDirectory = Files.createTempDirectory("airwitness-kafka");
  private final EmbeddedKafka kafka = EmbeddedKafka.start(kafkaDirectory);
  private final EmbeddedPostgres postgres = EmbeddedPostgres.startTemporary();
  private final MockOAuth2Server provider =
      new MockOAuth2Server(OAuth2Config.Companion.fromJson(CLIENTS));
  private final Map<String, Map<String, String>> secrets = new HashMap<>();
  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> ports = new HashMap<>();
  private final List<LocalPod> pods = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  LocalCluster() throws IOException, SQLException {
    provider.start(InetAddress.getLoopbackAddress(), 0);
    makeRoles();
    for (String client : List.of("platform", "harbour", "check")) {
      secrets.put(client, Map.of("client-id", client, "client-secret", "secret"));
    }
    for (String component : List.of("ingest", "track", "zone", "alert", "console")) {
      int web = FreePort.find();
      int management = FreePort.find();
      ports.put(
          component,
          new HashMap<>(
              Map.of(
                  "QUARKUS_HTTP_PORT", Integer.toString(web),
                  "QUARKUS_MANAGEMENT_PORT", Integer.toString(management))));
      addresses.put("//airwitness-%s:8080".formatted(component), "//127.0.0.1:" + web);
      addresses.put("//airwitness-%s:9000".formatted(component), "//127.0.0.1:" + management);
    }
    int door = FreePort.find();
    ports.get("ingest").put("AIRWITNESS_MQTT_TLS_PORT", Integer.toString(door));
    addresses.put("airwitness-mqtt:8883", "127.0.0.1:" + door);
  }

  private void makeRoles() throws IOException, SQLException {
    String script = Files.readString(ROLES);
    for (String service : SERVICES) {
      for (String role : List.of(service, service + "_owner")) {
        String password = PASSWORD.formatted(role);
        script = script.replace(":'" + role + "'", "'" + password.replace("'", "''") + "'");
        boolean owner = role.endsWith("_owner");
        secrets.put(
            "airwitness-" + service + (owner ? "-db-owner" : "-db"),
            Map.of("username", owner ? role : service + "_app", "password", password));
      }
    }
    try (var connection = postgres.superuser();
        var statement = connection.createStatement()) {
      String[] parts = script.split("\\\\gexec");
      var creations = new ArrayList<String>();
      try (var rows = statement.executeQuery(parts[0])) {
        while (rows.next()) {
          creations.add(rows.getString(1));
        }
      }
      for (String creation : creations) {
        statement.execute(creation);
      }
      statement.execute(parts[1]);
    }
  }

  /** Values that point at this cluster. */
  String values() {
    return """
    kafka: {bootstrapServers: "%s", topics: {partitions: 2}}
    postgresql: {host: 127.0.0.1, port: %d}
    oidc: {url: "%s"}
    """
        .formatted(
            kafka.bootstrapServers(), postgres.port(), provider.issuerUrl("airwitness").toString());
  }

  /** Takes the Secrets a chart brings along. */
  void apply(Manifests manifests) {
    for (var secret : manifests.of("Secret")) {
      var content = new HashMap<String, String>();
      secret
          .path("data")
          .properties()
          .forEach(entry ->
              content.put(
                  entry.getKey(),
                  new String(
                      Base64.getDecoder().decode(entry.getValue().asText()),
                      java.nio.charset.StandardCharsets.UTF_8)));
      secrets.put(Manifests.name(secret), content);
    }
  }

  LocalPod pod(Manifests manifests, Workload workload) throws IOException {
    String component = workload.metadata().at("/labels/app.kubernetes.io~1component").asText();
    var own =
        ports.getOrDefault(
            component, Map.of("QUARKUS_HTTP_PORT", "0", "QUARKUS_MANAGEMENT_PORT", "0"));
    var pod = new LocalPod(manifests, workload, secrets, addresses, own);
    pods.add(pod);
    return pod;
  }

  EmbeddedPostgres postgres() {
    return postgres;
  }

  /** What a probe of the component answers: its status, 0 when there is no answer. */
  int probe(String component, String path) throws InterruptedException {
    var uri =
        URI.create("http:" + addresses.get("//airwitness-%s:9000".formatted(component)) + path);
    try {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException _) {
      return 0;
    }
  }

  @Override
  public void close() throws IOException {
    pods.forEach(LocalPod::close);
    http.close();
    provider.shutdown();
    kafka.close();
    postgres.close();
    DirectoryTree.delete(kafkaDirectory);
  }
}
