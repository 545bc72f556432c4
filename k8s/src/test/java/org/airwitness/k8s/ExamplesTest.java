package org.airwitness.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.airwitness.contract.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples fit the chart, the wire and the services. */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("examples");
  private static final List<String> SERVICES = List.of("ingest", "track", "zone", "alert");

  private static Manifests together() {
    return Chart.renderFiles(
        "airwitness",
        EXAMPLES.resolve("strimzi/values.yaml"),
        EXAMPLES.resolve("cloudnative-pg/values.yaml"),
        EXAMPLES.resolve("keycloak/values.yaml"));
  }

  @Test
  void installsWithAllValuesTogether() {
    assertThat(together().all()).hasSizeGreaterThan(20).allSatisfy(Models::check);
  }

  /** The trial's Keycloak is admitted by the namespace and knows the clients of its realm. */
  @Test
  void bringsAProviderForATrial() throws IOException {
    var trial = Manifests.read(EXAMPLES.resolve("keycloak/trial.yaml"));
    var chart =
        Chart.renderFiles(
            "airwitness",
            EXAMPLES.resolve("strimzi/values.yaml"),
            EXAMPLES.resolve("cloudnative-pg/values.yaml"),
            EXAMPLES.resolve("keycloak/trial-values.yaml"));
    var container = trial.deployments().getFirst().spec().at("/containers/0");
    var clients = realm().path("clients").findValuesAsText("clientId");

    assertThat(trial.all()).allSatisfy(Models::check);
    assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(Manifests.texts(container.at("/securityContext/capabilities/drop")))
        .containsExactly("ALL");
    assertThat(realm().path("clients").findValuesAsText("secret"))
        .allSatisfy(secret ->
            assertThat(container.path("env").findValuesAsText("name"))
                .contains(secret.replaceAll("[${}]", "")));
    assertThat(container.path("env").findValues("secretKeyRef"))
        .extracting(key -> key.path("name").asText())
        .filteredOn(name -> !name.equals("keycloak-trial"))
        .isNotEmpty()
        .isSubsetOf(clients);
    assertThat(
            chart
                .get("ConfigMap", "airwitness-console")
                .at("/data/AIRWITNESS_GATEWAY_OIDC_AUTHORITY")
                .asText())
        .startsWith(
            container.path("env").findValuesAsText("value").stream()
                .filter(value -> value.startsWith("http"))
                .findFirst()
                .orElseThrow());
  }

  /** Every Secret a pod mounts is made by an example, by its instructions, or by the chart. */
  @Test
  void makesTheSecretsPodsMount() throws IOException {
    var manifests = together();
    var wanted = new TreeSet<String>();
    for (var workload : manifests.workloads()) {
      JsonNode volumes = workload.spec().path("volumes");
      wanted.addAll(volumes.findValuesAsText("secretName"));
      volumes
          .findValues("sources")
          .forEach(
              sources -> sources.forEach(source -> wanted.add(source.at("/secret/name").asText())));
    }
    var made = new TreeSet<String>();
    manifests.of("Secret").forEach(secret -> made.add(Manifests.name(secret)));
    // Strimzi: the user's name, and the cluster's authority; CloudNativePG: the cluster's.
    kafka().of("KafkaUser").forEach(user -> made.add(Manifests.name(user)));
    kafka().of("Kafka").forEach(kafka -> made.add(Manifests.name(kafka) + "-cluster-ca-cert"));
    cluster()
        .forEach(cluster -> {
          made.add(Manifests.name(cluster) + "-ca");
          cluster
              .at("/spec/managed/roles")
              .forEach(role -> made.add(role.at("/passwordSecret/name").asText()));
        });
    for (JsonNode client : realm().path("clients")) {
      made.add(client.path("clientId").asText());
    }

    assertThat(made).containsAll(wanted);
  }

  @Test
  void hasEveryTopicOfTheWire() {
    var topics = kafka().of("KafkaTopic");

    assertThat(topics)
        .extracting(topic -> topic.at("/spec/topicName").asText())
        .containsExactlyInAnyOrderElementsOf(Topics.ALL);
    assertThat(topics)
        .allSatisfy(topic -> {
          assertThat(topic.at("/spec/partitions").asInt()).isEqualTo(12);
          assertThat(topic.at("/spec/config/retention.ms").asLong()).isEqualTo(86_400_000);
        });
  }

  /** Each user may read and write exactly what its service's channels say. */
  @Test
  void givesEachServiceTheRightsOfItsChannels() throws IOException {
    for (String service : SERVICES) {
      var wanted = new TreeSet<String>();
      for (String line : settings(service)) {
        if (line.matches("mp\\.messaging\\.(incoming|outgoing)\\..*\\.topic=airwitness\\..*")) {
          String topic = line.substring(line.indexOf('=') + 1);
          wanted.add(topic + (line.contains(".incoming.") ? " Read" : " Write"));
        }
      }
      var given = new TreeSet<String>();
      var user = kafka().get("KafkaUser", "airwitness-" + service + "-kafka");
      for (JsonNode acl : user.at("/spec/authorization/acls")) {
        if (acl.at("/resource/type").asText().equals("topic")) {
          Manifests.texts(acl.path("operations")).stream()
              .filter(operation -> !operation.equals("Describe"))
              .forEach(operation -> given.add(acl.at("/resource/name").asText() + " " + operation));
        }
      }

      assertThat(given).as(service).isEqualTo(wanted);
    }
  }

  /** Groups are named by the services; those of each instance begin with the same words. */
  @Test
  void coversTheConsumerGroups() throws IOException {
    for (String service : SERVICES) {
      assertThat(settings(service))
          .filteredOn(line -> line.contains(".group.id="))
          .isNotEmpty()
          .allMatch(line -> line.contains(".group.id=airwitness-" + service));
    }
  }

  @Test
  void makesTheRolesOfEveryService() throws IOException {
    var sql = new ArrayList<String>();
    cluster()
        .forEach(cluster ->
            sql.addAll(
                Manifests.texts(cluster.at("/spec/bootstrap/initdb/postInitApplicationSQL"))));
    var script = Files.readString(EXAMPLES.resolve("postgresql/roles.sql"));

    for (String service : SERVICES) {
      assertThat(settings(service)).contains("quarkus.flyway.schemas=" + service);
      assertThat(sql)
          .contains("create schema %1$s authorization %1$s_owner".formatted(service))
          .contains("create role %s_app nosuperuser nobypassrls".formatted(service));
      assertThat(script).contains("'" + service + "'", service + "_app", service + "_owner");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "viewer",
        "duty-officer",
        "investigator",
        "auditor",
        "agency-admin",
        "platform-admin"
      })
  void knowsTheRole(String role) throws IOException {
    assertThat(realm().at("/roles/realm").findValuesAsText("name")).contains(role);
  }

  @Test
  void putsIntoTokensWhatServicesRead() throws IOException {
    var console = together().get("ConfigMap", "airwitness-console").path("data");
    var client =
        named("clients", "clientId", console.path("AIRWITNESS_GATEWAY_OIDC_CLIENT_ID").asText());

    assertThat(Manifests.texts(client.path("defaultClientScopes"))).contains("airwitness");
    assertThat(named("clientScopes", "name", "airwitness").path("protocolMappers"))
        .as("people have their agency as an attribute")
        .anySatisfy(mapper -> {
          assertThat(mapper.at("/config/user.attribute").asText()).isEqualTo("agency");
          assertThat(mapper.at("/config/claim.name").asText()).isEqualTo("agency");
        });
    assertThat(Files.readString(EXAMPLES.resolve("keycloak/realm.json")))
        .as("no secret is written down")
        .doesNotContainPattern("\"secret\": \"[^$]");
  }

  @ParameterizedTest
  @CsvSource({
    "airwitness-platform, platform-admin, ",
    "airwitness-check, agency-admin duty-officer, installation",
    "harbour-admin, agency-admin, harbour"
  })
  void givesTheClientOfAJobItsRolesAndAgency(String client, String roles, String agency)
      throws IOException {
    var claims = claims(client);

    assertThat(claims).containsEntry("aud", "airwitness").containsEntry("roles", roles);
    assertThat(claims.get("agency")).isEqualTo(agency);
  }

  /** What Keycloak puts into the client's own token by the mappers of the realm. */
  private static Map<String, String> claims(String clientId) throws IOException {
    var client = named("clients", "clientId", clientId);
    var account = named("users", "serviceAccountClientId", clientId);
    var mappers = new ArrayList<JsonNode>();
    for (String scope : Manifests.texts(client.path("defaultClientScopes"))) {
      named("clientScopes", "name", scope).path("protocolMappers").forEach(mappers::add);
    }
    client.path("protocolMappers").forEach(mappers::add);
    var claims = new TreeMap<String, String>();
    for (JsonNode mapper : mappers) {
      JsonNode config = mapper.path("config");
      assertThat(config.path("access.token.claim").asText()).isEqualTo("true");
      String claim = config.path("claim.name").asText();
      switch (mapper.path("protocolMapper").asText()) {
        case "oidc-audience-mapper" ->
            claims.put("aud", config.path("included.custom.audience").asText());
        case "oidc-usermodel-realm-role-mapper" ->
            claims.put(claim, String.join(" ", Manifests.texts(account.path("realmRoles"))));
        case "oidc-hardcoded-claim-mapper" ->
            claims.put(claim, config.path("claim.value").asText());
        default -> {} // of people, who have attributes
      }
    }
    return claims;
  }

  private static JsonNode named(String list, String member, String name) throws IOException {
    for (JsonNode each : realm().path(list)) {
      if (each.path(member).asText().equals(name)) {
        return each;
      }
    }
    throw new AssertionError("The realm has no " + name + " among its " + list);
  }

  private static Manifests kafka() {
    return Manifests.read(EXAMPLES.resolve("strimzi/kafka.yaml"));
  }

  private static List<JsonNode> cluster() {
    return Manifests.read(EXAMPLES.resolve("cloudnative-pg/cluster.yaml")).of("Cluster");
  }

  private static JsonNode realm() throws IOException {
    return new ObjectMapper().readTree(EXAMPLES.resolve("keycloak/realm.json").toFile());
  }

  private static List<String> settings(String service) throws IOException {
    return Files.readAllLines(
        Path.of("..", service + "-service", "src/main/resources/application.properties"));
  }
}
