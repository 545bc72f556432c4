package org.airwitness.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.airwitness.embedded.DirectoryTree;
import org.airwitness.embedded.EmbeddedKafka;
import org.airwitness.embedded.EmbeddedPostgres;
import org.airwitness.embedded.FreePort;
import org.airwitness.k8s.Manifests.Workload;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.awaitility.core.ConditionTimeoutException;

/**
 * What an installation finds: Kafka, PostgreSQL with its roles, an OpenID provider, Secrets; and
 * Services in front of its pods.
 */
final class LocalCluster implements AutoCloseable {
  private static final List<String> SERVICES = List.of("ingest", "track", "zone", "alert");
  private static final Path ROLES = Path.of("examples", "postgresql", "roles.sql");

  /** A password nobody should choose, so that whoever does is served. */
  private static final String PASSWORD = "p$%%{x}${HOME}\\'\"#%s";

  private static final String STORE_PASSWORD = "of-the-store";

  private static final String CLIENTS =
      """
      {"interactiveLogin": false, %s"tokenCallbacks": [{"issuerId": "airwitness", "tokenExpiry": 3600,
        "requestMappings": [
          {"requestParam": "client_id", "match": "platform",
           "claims": {"sub": "platform", "aud": ["airwitness"], "roles": ["platform-admin"]}},
          {"requestParam": "client_id", "match": "harbour",
           "claims": {"sub": "harbour", "aud": ["airwitness"], "roles": ["agency-admin"], "agency": "harbour"}},
          {"requestParam": "client_id", "match": "check",
           "claims": {"sub": "check", "aud": ["airwitness"], "roles": ["agency-admin", "duty-officer"],
                      "agency": "installation"}}]}]}
      """;

  private final Transport transport;
  private final Path directory = Files.createTempDirectory("airwitness-cluster");
  private final int kafkaPort = FreePort.find();
  private final EmbeddedKafka kafka;
  private final EmbeddedPostgres postgres = EmbeddedPostgres.startTemporary();
  private final MockOAuth2Server provider;
  private final Map<String, Map<String, String>> secrets = new HashMap<>();
  private final Map<String, LocalService> services = new LinkedHashMap<>();
  private final List<LocalPod> pods = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  LocalCluster(Transport transport) throws Exception {
    this.transport = transport;
    var kafkaAuthority = new Authority();
    kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0, listener(kafkaAuthority));
    makeRoles();
    secrets.put("kafka-ca", Map.of("ca.crt", kafkaAuthority.pem()));
    switch (transport) {
      case PLAIN -> {}
      case CERTIFICATES -> giveCertificates(kafkaAuthority);
      case PASSWORDS -> givePasswords();
    }
    var providerAuthority = new Authority();
    provider =
        new MockOAuth2Server(
            OAuth2Config.Companion.fromJson(CLIENTS.formatted(web(providerAuthority))));
    provider.start(InetAddress.getLoopbackAddress(), 0);
    secrets.put("oidc-ca", Map.of("ca.crt", providerAuthority.pem()));
    encryptPostgres();
    for (String client : List.of("platform", "harbour", "check")) {
      secrets.put(client, Map.of("client-id", client, "client-secret", "secret"));
    }
    for (String component : List.of("ingest", "track", "zone", "alert", "console")) {
      services.put("airwitness-%s:8080".formatted(component), new LocalService());
      services.put("airwitness-%s:9000".formatted(component), new LocalService());
    }
    services.put("airwitness-mqtt:8883", new LocalService());
  }

  /** A listener of the broker besides the plain one. */
  private Map<String, String> listener(Authority authority) {
    if (transport == Transport.PLAIN) {
      return Map.of();
    }
    var broker = authority.identify("broker", "127.0.0.1");
    boolean password = transport == Transport.PASSWORDS;
    var settings = new HashMap<String, String>();
    settings.put("listeners", "SECURE://127.0.0.1:" + kafkaPort);
    settings.put("listener.security.protocol.map", password ? "SECURE:SASL_SSL" : "SECURE:SSL");
    var prefix = "listener.name.secure.";
    settings.put(prefix + "ssl.keystore.type", "PEM");
    settings.put(prefix + "ssl.keystore.certificate.chain", broker.certificatePem());
    settings.put(prefix + "ssl.keystore.key", broker.keyPem());
    settings.put(prefix + "ssl.truststore.type", "PEM");
    settings.put(prefix + "ssl.truststore.certificates", authority.pem());
    if (password) {
      settings.put(prefix + "sasl.enabled.mechanisms", "SCRAM-SHA-512");
      settings.put(
          prefix + "scram-sha-512.sasl.jaas.config",
          "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    } else {
      settings.put(prefix + "ssl.client.auth", "required");
    }
    return settings;
  }

  private void giveCertificates(Authority authority) {
    for (String service : SERVICES) {
      var user = authority.identify("airwitness-" + service);
      secrets.put(
          "airwitness-" + service + "-kafka",
          Map.of("user.crt", user.certificatePem(), "user.key", user.keyPem()));
    }
  }

  private void givePasswords() throws InterruptedException, ExecutionException {
    var users = new ArrayList<UserScramCredentialAlteration>();
    for (String service : SERVICES) {
      var password = "p${HOME}$" + service;
      users.add(
          new UserScramCredentialUpsertion(
              service, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), password));
      secrets.put(
          "airwitness-" + service + "-kafka",
          Map.of(
              "sasl.jaas.config",
              "org.apache.kafka.common.security.scram.ScramLoginModule required"
                  + " username=\"%s\" password=\"%s\";".formatted(service, password)));
    }
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.alterUserScramCredentials(users).all().get();
    }
  }

  /** How the provider serves, a member of its settings. */
  private String web(Authority authority) throws IOException, GeneralSecurityException {
    if (transport == Transport.PLAIN) {
      return "";
    }
    var store =
        authority
            .identify("provider", "localhost", "127.0.0.1")
            .store(directory.resolve("provider.p12"), STORE_PASSWORD);
    return """
    "httpServer": {"type": "NettyWrapper", "ssl": {"keystoreFile": "%1$s", "keystoreType": "PKCS12",
      "keystorePassword": "%2$s", "keyPassword": "%2$s"}},\
    """
        .formatted(store, STORE_PASSWORD);
  }

  /** A certificate for {@code localhost} and no other name. */
  private void encryptPostgres() throws IOException, SQLException {
    if (transport == Transport.PLAIN) {
      return;
    }
    var authority = new Authority();
    var server = authority.identify("postgresql", "localhost");
    secrets.put("postgresql-ca", Map.of("ca.crt", authority.pem()));
    var certificate = Files.writeString(directory.resolve("server.crt"), server.certificatePem());
    var key = Files.writeString(directory.resolve("server.key"), server.keyPem());
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    try (var connection = postgres.superuser();
        var statement = connection.createStatement()) {
      statement.execute("alter system set ssl_cert_file = '%s'".formatted(certificate));
      statement.execute("alter system set ssl_key_file = '%s'".formatted(key));
      statement.execute("alter system set ssl = on");
      statement.execute("select pg_reload_conf()");
    }
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
    boolean plain = transport == Transport.PLAIN;
    return """
    kafka: {bootstrapServers: "%s", topics: {partitions: 2}%s}
    postgresql: {host: %s, port: %d%s}
    oidc: {url: "%s"%s}
    """
        .formatted(
            plain ? kafka.bootstrapServers() : "127.0.0.1:" + kafkaPort,
            switch (transport) {
              case PLAIN -> "";
              case CERTIFICATES -> ", security: SSL, ca: {secretName: kafka-ca}";
              case PASSWORDS -> ", security: SASL_SSL, ca: {secretName: kafka-ca}";
            },
            plain ? "127.0.0.1" : "localhost",
            postgres.port(),
            plain ? "" : ", tls: verify-full, ca: {secretName: postgresql-ca}",
            provider.issuerUrl("airwitness").toString(),
            plain ? "" : ", ca: {secretName: oidc-ca}");
  }

  /**
   * Renders the chart with the values of this cluster and these, and takes its Secrets. The test is
   * skipped where a service is not packaged.
   */
  Manifests install(String values) {
    return install(values(), values);
  }

  /** The same with other addresses than {@link #values()}. */
  Manifests install(String addresses, String values) {
    var manifests = Chart.render(addresses + values);
    assumeThat(manifests.workloads())
        .as("every service is packaged")
        .allMatch(each -> Files.exists(LocalPod.application(each.spec().at("/containers/0"))));
    takeSecrets(manifests);
    return manifests;
  }

  /** Takes the Secrets a chart brings along. */
  private void takeSecrets(Manifests manifests) {
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
                      StandardCharsets.UTF_8)));
      secrets.put(Manifests.name(secret), content);
    }
  }

  /** The content of a Secret. */
  Map<String, String> secret(String name) {
    return secrets.get(name);
  }

  /** Puts another Secret in place of this one, for pods that start from now on. */
  void replaceSecret(String name, Map<String, String> content) {
    secrets.put(name, content);
  }

  /** Where the port of a Service is here, {@code host:port}. */
  String address(String service) {
    return services.get(service).address();
  }

  LocalPod pod(Manifests manifests, Workload workload) throws IOException {
    var addresses = new LinkedHashMap<String, String>();
    services.forEach((name, service) -> addresses.put(name, service.address()));
    var pod = new LocalPod(manifests, workload, Map.copyOf(secrets), addresses);
    pods.add(pod);
    return pod;
  }

  /** Runs a Job, or a test of the installation, to its good end. */
  void run(Manifests manifests, String name) throws Exception {
    var pod = pod(manifests, manifests.workload(name));
    assertThat(pod.runToEnd()).as("%s:%n%s", name, pod.log(pod.container())).isZero();
  }

  /** Starts a pod of each Deployment, all together, and serves them when they are ready. */
  List<LocalPod> startAll(Manifests manifests) throws Exception {
    var started = new ArrayList<LocalPod>();
    try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
      var starting = new ArrayList<Future<?>>();
      for (var deployment : manifests.deployments()) {
        var pod = pod(manifests, deployment);
        started.add(pod);
        starting.add(
            together.submit(() -> {
              pod.start();
              return pod;
            }));
      }
      for (var each : starting) {
        each.get();
      }
    }
    started.forEach(this::serve);
    return started;
  }

  /** The first column of what a query finds, whoever may see it. */
  List<String> query(String sql) throws SQLException {
    try (var connection = postgres.superuser();
        var rows = connection.createStatement().executeQuery(sql)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  /** Waits until the pod is ready and sends it what comes to its Services. */
  void serve(LocalPod pod) {
    for (String probe : List.of("started", "live", "ready")) {
      try {
        await(pod.component() + " is " + probe)
            .atMost(Duration.ofSeconds(180))
            .pollInterval(Duration.ofMillis(500))
            .failFast(() -> {
              if (!pod.isAlive()) {
                throw new AssertionError(pod.log(pod.container()));
              }
            })
            .until(() -> probe(pod, "/q/health/" + probe) == 200);
      } catch (ConditionTimeoutException e) {
        throw new AssertionError(e.getMessage() + "\n" + log(pod), e);
      }
    }
    endpoints(pod).forEach((service, port) -> service.join(port));
  }

  private static String log(LocalPod pod) {
    try {
      return pod.log(pod.container());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the pod out of its Services, as when it is deleted or has died. */
  void withdraw(LocalPod pod) {
    endpoints(pod).forEach(LocalService::leave);
  }

  private Map<LocalService, Integer> endpoints(LocalPod pod) {
    var component = "airwitness-" + pod.component();
    var endpoints = new HashMap<LocalService, Integer>();
    endpoints.put(services.get(component + ":8080"), pod.port("http"));
    endpoints.put(services.get(component + ":9000"), pod.port("management"));
    if (pod.portNames().contains("mqtts")) {
      endpoints.put(services.get("airwitness-mqtt:8883"), pod.port("mqtts"));
    }
    return endpoints;
  }

  /** What a probe of the pod answers: its status, 0 when there is no answer. */
  int probe(LocalPod pod, String path) throws InterruptedException {
    var uri = URI.create("http://127.0.0.1:" + pod.port("management") + path);
    try {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException _) {
      return 0;
    }
  }

  /** The provider's address. */
  String provider() {
    return provider.issuerUrl("airwitness").toString();
  }

  @Override
  public void close() throws IOException {
    for (var pod : pods) {
      pod.close();
    }
    services.values().forEach(LocalService::close);
    http.close();
    provider.shutdown();
    kafka.close();
    postgres.close();
    DirectoryTree.delete(directory);
  }
}
