package org.airwitness.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chart makes of its values, as a whole. */
class ChartTest {
  @Test
  void passesLintingWithoutWarning() {
    var result = Chart.lint();

    assertThat(result.getMessages()).noneMatch(line -> line.contains("[WARNING]"));
    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
  }

  @Test
  void hasTheVersionOfTheProject() throws IOException {
    var chart = Manifests.parse(Files.readString(Chart.DIRECTORY.resolve("Chart.yaml")));

    assertThat(chart.all().getFirst().path("version").asText())
        .isEqualTo(chart.all().getFirst().path("appVersion").asText())
        .isEqualTo(System.getProperty("airwitness.version"));
  }

  @ParameterizedTest
  @EnumSource
  void makesObjectsKubernetesKnows(Installation installation) {
    var manifests = installation.render();

    assertThat(manifests.all()).hasSizeGreaterThan(20).allSatisfy(Models::check);
    assertThat(manifests.workloads()).hasSizeGreaterThanOrEqualTo(6);
  }

  @ParameterizedTest
  @EnumSource
  void namesTheNamespaceOnEverything(Installation installation) {
    assertThat(installation.render().all())
        .allSatisfy(object ->
            assertThat(object.at("/metadata/namespace").asText())
                .as(Manifests.name(object))
                .isEqualTo(Chart.NAMESPACE));
  }

  @ParameterizedTest
  @EnumSource
  void givesNoTwoObjectsTheSameName(Installation installation) {
    assertThat(installation.render().all())
        .extracting(object -> object.path("kind").asText() + " " + Manifests.name(object))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void selectsTheLabelsPodsHave(Installation installation) {
    var manifests = installation.render();
    var pods = manifests.deployments();

    for (JsonNode deployment : manifests.of("Deployment")) {
      assertThat(
              Manifests.selects(
                  deployment.at("/spec/selector/matchLabels"),
                  deployment.at("/spec/template/metadata/labels")))
          .isTrue();
    }
    var selecting = new ArrayList<JsonNode>();
    manifests.of("Service").forEach(service -> selecting.add(service.at("/spec/selector")));
    manifests
        .of("PodDisruptionBudget")
        .forEach(budget -> selecting.add(budget.at("/spec/selector/matchLabels")));
    assertThat(selecting)
        .hasSize(11)
        .allSatisfy(selector ->
            assertThat(pods)
                .filteredOn(pod -> Manifests.selects(selector, pod.metadata().path("labels")))
                .hasSize(1));
  }

  @ParameterizedTest
  @EnumSource
  void pointsAtThingsThatExist(Installation installation) {
    var manifests = installation.render();

    for (JsonNode service : manifests.of("Service")) {
      var pod =
          manifests.deployments().stream()
              .filter(each ->
                  Manifests.selects(service.at("/spec/selector"), each.metadata().path("labels")))
              .findFirst()
              .orElseThrow();
      assertThat(portNames(pod.spec().path("containers").get(0)))
          .containsAll(service.at("/spec/ports").findValuesAsText("targetPort"));
    }
    for (var workload : manifests.workloads()) {
      for (JsonNode container : workload.containers()) {
        assertThat(volumes(workload.spec()))
            .as("%s", workload)
            .containsAll(container.path("volumeMounts").findValuesAsText("name"));
        container
            .at("/envFrom")
            .findValues("configMapRef")
            .forEach(from -> manifests.get("ConfigMap", from.path("name").asText()));
      }
    }
    manifests
        .deployments()
        .forEach(
            pod -> manifests.get("ServiceAccount", pod.spec().path("serviceAccountName").asText()));
  }

  private static List<String> portNames(JsonNode container) {
    return container.path("ports").findValuesAsText("name");
  }

  private static List<String> volumes(JsonNode spec) {
    var names = new ArrayList<String>();
    spec.path("volumes").forEach(volume -> names.add(volume.path("name").asText()));
    return names;
  }

  @Test
  void leavesTheNumberOfPodsToTheAutoscaler() {
    var manifests = Chart.render("track: {autoscaling: {by: cpu}}");

    assertThat(manifests.get("Deployment", "airwitness-track").at("/spec").has("replicas"))
        .isFalse();
    assertThat(manifests.get("Deployment", "airwitness-zone").at("/spec/replicas").asInt())
        .isEqualTo(2);
    assertThat(
            manifests
                .get("HorizontalPodAutoscaler", "airwitness-track")
                .at("/spec/scaleTargetRef/name")
                .asText())
        .isEqualTo("airwitness-track");
  }

  /** Both kinds of autoscaler are slow to take pods away; KEDA's cooldown is not about that. */
  @Test
  void scalesDownSlowly() {
    var manifests =
        Chart.render(
            "track: {autoscaling: {by: cpu}}\n"
                + "zone: {autoscaling: {by: lag, prometheusUrl: 'http://prometheus:9090'}}");

    assertThat(
            manifests
                .get("HorizontalPodAutoscaler", "airwitness-track")
                .at("/spec/behavior/scaleDown/stabilizationWindowSeconds")
                .asInt())
        .isEqualTo(
            manifests
                .get("ScaledObject", "airwitness-zone")
                .at("/spec/advanced/horizontalPodAutoscalerConfig/behavior/scaleDown")
                .path("stabilizationWindowSeconds")
                .asInt())
        .isEqualTo(600);
  }

  /** A Prometheus that asks who is there, as the documentation of KEDA's trigger has it. */
  @Test
  void scalesByAPrometheusThatWantsToKnowWhoAsks() {
    var manifests =
        Chart.render(
            """
            zone:
              autoscaling:
                by: lag
                prometheusUrl: "https://prometheus:9091"
                triggerMetadata: {authModes: bearer, namespace: watch}
                authenticationRef: {name: thanos, kind: ClusterTriggerAuthentication}
            track: {autoscaling: {by: lag, prometheusUrl: "http://prometheus:9090"}}
            """);

    var known = manifests.get("ScaledObject", "airwitness-zone").at("/spec/triggers/0");
    var anybody = manifests.get("ScaledObject", "airwitness-track").at("/spec/triggers/0");
    assertThat(known.at("/metadata/authModes").asText()).isEqualTo("bearer");
    assertThat(known.at("/metadata/namespace").asText()).isEqualTo("watch");
    assertThat(known.at("/authenticationRef/name").asText()).isEqualTo("thanos");
    assertThat(known.at("/authenticationRef/kind").asText())
        .isEqualTo("ClusterTriggerAuthentication");
    assertThat(anybody.has("authenticationRef")).isFalse();
    for (var trigger : List.of(known, anybody)) {
      assertThat(trigger.path("metadata")).as("KEDA takes strings").allMatch(JsonNode::isTextual);
      assertThat(trigger.at("/metadata/ignoreNullValues").asText()).isEqualTo("false");
    }
  }

  /** What each instance reads for itself is not work that more instances would share. */
  @ParameterizedTest
  @ValueSource(strings = {"track", "zone", "alert"})
  void scalesByTheWorkThatInstancesShare(String service) throws IOException {
    var query =
        Chart.render(
                service + ": {autoscaling: {by: lag, prometheusUrl: 'http://prometheus:9090'}}")
            .get("ScaledObject", "airwitness-" + service)
            .at("/spec/triggers/0/metadata/query")
            .asText();
    var leftOut = Pattern.compile(query.replaceFirst(".*client_id!~\"(.*)\".*", "$1"));
    var settings = Path.of("..", service + "-service", "src/main/resources/application.properties");

    assertThat(Files.readAllLines(settings))
        .filteredOn(line -> line.contains(".group.id="))
        .hasSize(2)
        .allSatisfy(line -> {
          var client = "kafka-consumer-" + line.split("\\.")[3];
          assertThat(leftOut.matcher(client).matches())
              .as(line)
              .isEqualTo(line.contains("${quarkus.uuid}"));
        });
  }

  /** A sleep of no seconds is no handler before Kubernetes 1.32. */
  @Test
  void doesNotSleepForNothingBeforeItEnds() {
    var manifests = Chart.render("track: {shutdown: {delaySeconds: 0}}");

    var containers = "/spec/template/spec/containers/0";
    assertThat(manifests.get("Deployment", "airwitness-track").at(containers).has("lifecycle"))
        .isFalse();
    assertThat(manifests.get("Deployment", "airwitness-zone").at(containers).has("lifecycle"))
        .isTrue();
  }

  @Test
  void letsAComponentDifferFromTheDefaults() {
    var manifests =
        Chart.render(
            """
            image: {registry: registry.example:5000, tag: v7, pullPolicy: Never}
            defaults:
              nodeSelector: {pool: general}
              extraEnv: [{name: LANG, value: C}]
            alert:
              replicas: 5
              image: {digest: "sha256:abc"}
              nodeSelector: {pool: edge}
              config: {AIRWITNESS_WEBHOOKS_PORTS: "443"}
            """);

    var alert = manifests.get("Deployment", "airwitness-alert").path("spec");
    var zone = manifests.get("Deployment", "airwitness-zone").path("spec");
    assertThat(alert.path("replicas").asInt()).isEqualTo(5);
    assertThat(alert.at("/template/spec/containers/0/image").asText())
        .isEqualTo("registry.example:5000/airwitness/alert-service@sha256:abc");
    assertThat(zone.at("/template/spec/containers/0/image").asText())
        .isEqualTo("registry.example:5000/airwitness/zone-service:v7");
    assertThat(zone.at("/template/spec/containers/0/imagePullPolicy").asText()).isEqualTo("Never");
    assertThat(alert.at("/template/spec/nodeSelector/pool").asText()).isEqualTo("edge");
    assertThat(zone.at("/template/spec/nodeSelector/pool").asText()).isEqualTo("general");
    assertThat(alert.at("/template/spec/containers/0/env/0/name").asText()).isEqualTo("LANG");
    assertThat(
            manifests
                .get("ConfigMap", "airwitness-alert")
                .at("/data/AIRWITNESS_WEBHOOKS_PORTS")
                .asText())
        .isEqualTo("443");
  }

  /** A changed setting must reach the pods, which read it when they start. */
  @Test
  void restartsPodsWhenTheirSettingsChange() {
    var path = "/spec/template/metadata/annotations/checksum~1config";
    var before = Chart.render("{}");
    var after = Chart.render("zone: {config: {AIRWITNESS_ZONES_POLL: 3s}}");

    assertThat(after.get("Deployment", "airwitness-zone").at(path))
        .isNotEqualTo(before.get("Deployment", "airwitness-zone").at(path));
    assertThat(after.get("Deployment", "airwitness-track").at(path))
        .isEqualTo(before.get("Deployment", "airwitness-track").at(path));
  }

  @Test
  void rendersTheSameTwice() {
    var values = "mqtt: {tls: {secretName: door}}";

    assertThat(Chart.render(values)).isEqualTo(Chart.render(values));
  }

  @Test
  void keepsReleasesApart() {
    var first = Chart.render("north", "{}");
    var second = Chart.render("south", "{}");

    assertThat(first.of("Service"))
        .extracting(Manifests::name)
        .doesNotContainAnyElementsOf(second.of("Service").stream().map(Manifests::name).toList());
    for (var pod : second.deployments()) {
      assertThat(first.of("Service"))
          .noneMatch(service ->
              Manifests.selects(service.at("/spec/selector"), pod.metadata().path("labels")));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kafka: {bootstrapServers: ''}        | kafka.bootstrapServers is required: host:port",
        "postgresql: {host: ''}               | postgresql.host is required",
        "oidc: {url: ''}                      | oidc.url is required",
        "ingress: {enabled: true}             | ingress.host is required",
        "httpRoute: {enabled: true}           | httpRoute.parentRefs is required",
        "mqtt: {route: {tls: true}}           | mqtt.route.parentRefs is required",
        "track: {autoscaling: {by: lag}}      | track.autoscaling.prometheusUrl is required",
        "ingest: {autoscaling: {by: lag}}     | ingest does not read the bus",
        "agencies: [{id: oslo, name: Oslo}]   | platformSecretName is required",
        "kafka: {bootstrapServer: 'a:1'}      | bootstrapServer",
        "kafka: {security: TLS}               | kafka",
        "postgresql: {port: many}             | postgresql",
        "track: {replica: 3}                  | replica",
        "track: {autoscaling: {authenticationRef: {kind: Secret}}} | authenticationRef",
        "agencies: [{id: Oslo, name: Oslo}]   | agencies",
        "image: {pullPolicy: Sometimes}       | pullPolicy",
      })
  void refusesWhatCannotWorkInWords(String values, String words) {
    assertThatThrownBy(() -> Chart.render(values)).hasMessageContaining(words);
  }
}
