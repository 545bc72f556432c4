package org.airwitness.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.airwitness.k8s.Manifests.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every pod of every installation is as hard as the restricted Pod Security Standard asks, and
 * more.
 */
class WorkloadSecurityTest {
  private static final Set<String> VOLUMES =
      Set.of(
          "configMap",
          "secret",
          "projected",
          "emptyDir",
          "persistentVolumeClaim",
          "downwardAPI",
          "csi",
          "ephemeral");

  @ParameterizedTest
  @EnumSource
  void runsNothingWithRights(Installation installation) {
    assertThat(installation.render().workloads()).allSatisfy(WorkloadSecurityTest::checkPod);
  }

  private static void checkPod(Workload workload) {
    JsonNode spec = workload.spec();
    assertThat(spec.path("automountServiceAccountToken").asBoolean(true)).isFalse();
    assertThat(spec.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(spec.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
    assertThat(spec.at("/securityContext/seccompProfile/type").asText())
        .isEqualTo("RuntimeDefault");
    assertThat(List.of("hostNetwork", "hostPID", "hostIPC")).noneMatch(spec::has);
    for (JsonNode volume : spec.path("volumes")) {
      volume
          .fieldNames()
          .forEachRemaining(field ->
              assertThat(field.equals("name") || VOLUMES.contains(field)).as(field).isTrue());
    }
    assertThat(workload.containers()).isNotEmpty().allSatisfy(WorkloadSecurityTest::checkContainer);
  }

  private static void checkContainer(JsonNode container) {
    JsonNode security = container.path("securityContext");
    assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(security.path("privileged").asBoolean()).isFalse();
    assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(Manifests.texts(security.at("/capabilities/drop"))).containsExactly("ALL");
    assertThat(security.at("/capabilities").has("add")).isFalse();
    assertThat(container.at("/resources/requests").has("cpu")).isTrue();
    assertThat(container.at("/resources/requests").has("memory")).isTrue();
    assertThat(container.at("/resources/limits").has("memory")).isTrue();
    assertThat(container.path("ports").findValues("hostPort")).isEmpty();
    assertThat(container.path("volumeMounts").findValuesAsText("mountPath")).contains("/tmp");
  }

  @ParameterizedTest
  @EnumSource
  void asksEveryServiceHowItFares(Installation installation) {
    assertThat(installation.render().deployments())
        .hasSize(5)
        .allSatisfy(pod -> {
          JsonNode container = pod.spec().path("containers").get(0);
          checkProbe(container.path("startupProbe"), "/q/health/started");
          checkProbe(container.path("livenessProbe"), "/q/health/live");
          checkProbe(container.path("readinessProbe"), "/q/health/ready");
          int delay = container.at("/lifecycle/preStop/sleep/seconds").asInt();
          int requests = 10;
          int drain = 8;
          assertThat(pod.spec().path("terminationGracePeriodSeconds").asInt())
              .as("time to leave the load balancers, to finish, and to spare")
              .isGreaterThanOrEqualTo(delay + requests + drain + 5);
        });
  }

  private static void checkProbe(JsonNode probe, String path) {
    assertThat(probe.at("/httpGet/path").asText()).isEqualTo(path);
    assertThat(probe.at("/httpGet/port").asText()).isEqualTo("management");
  }

  /** Passwords and keys come as files; only their place is an environment variable. */
  @ParameterizedTest
  @EnumSource
  void putsNoSecretIntoTheEnvironment(Installation installation) {
    var manifests = installation.render();

    for (Workload workload : manifests.workloads()) {
      for (JsonNode container : workload.containers()) {
        assertThat(container.path("env").findValues("secretKeyRef")).isEmpty();
        assertThat(container.path("envFrom").findValues("secretRef")).isEmpty();
        assertThat(container.path("env").findValuesAsText("name"))
            .noneMatch(name -> name.matches(".*(PASSWORD|CLIENT_SECRET|JAAS).*"));
      }
    }
    for (JsonNode map : manifests.of("ConfigMap")) {
      map.path("data")
          .fieldNames()
          .forEachRemaining(
              name -> assertThat(name).doesNotMatch(".*(PASSWORD|CLIENT_SECRET|JAAS).*"));
    }
  }

  /** The schema's owner may do what the service must not. */
  @Test
  void givesTheOwnersPasswordToTheMigrationAlone() {
    for (Workload workload : Chart.render("{}").deployments()) {
      assertThat(
              workload
                  .spec()
                  .path("containers")
                  .get(0)
                  .path("volumeMounts")
                  .findValuesAsText("name"))
          .doesNotContain("owner");
      for (JsonNode init : workload.spec().path("initContainers")) {
        assertThat(init.path("name").asText()).isEqualTo("migrate");
        assertThat(init.path("volumeMounts").findValuesAsText("name"))
            .contains("owner")
            .doesNotContain("config");
      }
    }
  }

  @Test
  void keepsServingWhileItChanges() {
    assertThat(Chart.render("{}").of("Deployment"))
        .allSatisfy(deployment -> {
          assertThat(deployment.at("/spec/replicas").asInt()).isGreaterThanOrEqualTo(2);
          assertThat(deployment.at("/spec/strategy/type").asText()).isEqualTo("RollingUpdate");
          assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(9))
              .isZero();
          assertThat(deployment.at("/spec/template/spec/topologySpreadConstraints")).isNotEmpty();
        });
  }

  @Test
  void opensNoPortWithoutTlsToSensors() {
    var manifests = Chart.render("{}");

    assertThat(
            manifests.get("Service", "airwitness-mqtt").at("/spec/ports").findValuesAsText("port"))
        .containsExactly("8883");
    assertThat(
            manifests
                .get("ConfigMap", "airwitness-ingest")
                .at("/data/AIRWITNESS_MQTT_PLAIN")
                .asText())
        .isEqualTo("false");
  }

  @Test
  void knowsEveryKindThatRunsPods() {
    var manifests = Manifests.parse("{kind: DaemonSet, apiVersion: apps/v1, metadata: {name: x}}");

    assertThatThrownBy(manifests::workloads).hasMessageContaining("Unknown kind DaemonSet");
  }

  @Test
  void findsWhatKubernetesWouldRefuse() {
    for (String wrong :
        List.of(
            "{kind: Service, apiVersion: v1, spec: {port: 1}}",
            "{kind: Service, apiVersion: v1, spec: {ports: [{name: a}]}}",
            "{kind: Pod, apiVersion: v1, spec: {containers: [{name: a, ports: no}]}}",
            "{kind: Pod, apiVersion: v1, spec: {containers: [{name: a,"
                + " resources: {limits: {memory: 5 apples}}}]}}",
            "{kind: Deployment, apiVersion: extensions/v1beta1}")) {
      assertThatThrownBy(() -> Models.check(Manifests.parse(wrong).all().getFirst()))
          .as(wrong)
          .isInstanceOf(AssertionError.class);
    }
  }
}
