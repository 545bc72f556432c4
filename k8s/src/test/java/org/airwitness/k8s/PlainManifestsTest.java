package org.airwitness.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests beside the chart say what the chart says. */
class PlainManifestsTest {
  private static final Path PLAIN = Path.of("plain");
  private static final String[] PROBE_DEFAULTS = {
    "/httpGet/port", "/httpGet/scheme", "/initialDelaySeconds", "/successThreshold"
  };

  /** The chart as it is applied without Helm: hooks are ordinary objects, the test is not there. */
  @Test
  void isTheRenderedChart() throws IOException {
    Path file = PLAIN.resolve("airwitness.yaml");
    String made =
        Chart.text("airwitness", "airwitness", List.of(PLAIN.resolve("values.yaml")))
            .replaceAll(
                "(?m)^  annotations:\\n    was-a-hook:.*\\n(    helm.sh/hook-delete-policy:.*\\n)?",
                "")
            .replace("managed-by: Helm", "managed-by: kubectl")
            .replaceAll("(?s)---\\n# Source: airwitness/templates/tests/.*?(?=\\n---|\\z)", "")
            .strip()
            .concat("\n");
    if (Boolean.getBoolean("airwitness.chart.write")) {
      Files.writeString(file, made);
    }

    assertThat(file).as("write it with -Dairwitness.chart.write=true").hasContent(made);
    assertThat(Manifests.read(file).all()).hasSizeGreaterThan(20).allSatisfy(Models::check);
    assertThat(Manifests.read(file).of("Pod")).isEmpty();
  }

  /** What the build of a service generates, by its own Quarkus settings, does not drift away. */
  @ParameterizedTest
  @ValueSource(strings = {"ingest", "track", "zone", "alert", "console"})
  void agreesWithWhatTheBuildGenerates(String component) {
    Path file = Path.of("..", component + "-service", "target", "kubernetes", "kubernetes.yml");
    assumeThat(file).as("the service is packaged").exists();
    var generated = Manifests.read(file);
    var chart = Chart.render("{}");
    String name = "airwitness-" + component;

    var ourPod = chart.get("Deployment", name).at("/spec/template/spec");
    var theirPod = generated.get("Deployment", name).at("/spec/template/spec");
    assertThat(leaves(theirPod.path("securityContext")))
        .isNotEmpty()
        .isEqualTo(without(leaves(ourPod.path("securityContext")), "/seccompProfile/type"));
    assertThat(generated.get("Deployment", name).at("/spec/replicas"))
        .isEqualTo(chart.get("Deployment", name).at("/spec/replicas"));

    var ours = ourPod.at("/containers/0");
    var theirs = theirPod.at("/containers/0");
    assertThat(theirs.path("image").asText()).endsWith(imageName(ours));
    assertThat(theirs.path("imagePullPolicy")).isEqualTo(ours.path("imagePullPolicy"));
    assertThat(port(theirs, "http")).isEqualTo(port(ours, "http"));
    assertThat(port(theirs, "management")).isEqualTo(port(ours, "management"));
    for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
      // The build names ports by number, and says what the API server would add.
      assertThat(without(leaves(theirs.path(probe)), PROBE_DEFAULTS))
          .isEqualTo(without(leaves(ours.path(probe)), "/httpGet/port"));
      assertThat(theirs.at("/" + probe + "/httpGet/port").asInt()).isEqualTo(9000);
      assertThat(theirs.at("/" + probe + "/initialDelaySeconds").asInt()).isZero();
    }
    assertThat(leaves(theirs.path("resources")))
        .isNotEmpty()
        .isEqualTo(leaves(ours.path("resources")));
    assertThat(theirs.path("envFrom")).isNotEmpty().isEqualTo(ours.path("envFrom"));
    // Quarkus adds this one everywhere; nothing of ours reads it.
    assertThat(theirs.path("env").findValuesAsText("name")).containsExactly("KUBERNETES_NAMESPACE");
    assertThat(ours.has("env")).isFalse();
    assertThat(generated.of("Role")).as("no pod has rights in the cluster").isEmpty();
    generated.get("Service", name);
    chart.get("Service", name);
  }

  /** Every value below a node by its path, as text. */
  private static Map<String, String> leaves(JsonNode node) {
    var leaves = new TreeMap<String, String>();
    collect("", node, leaves);
    return leaves;
  }

  private static void collect(String path, JsonNode node, Map<String, String> leaves) {
    if (node.isValueNode()) {
      leaves.put(path, node.asText());
    }
    node.properties()
        .forEach(entry -> collect(path + "/" + entry.getKey(), entry.getValue(), leaves));
  }

  private static Map<String, String> without(Map<String, String> leaves, String... paths) {
    var rest = new TreeMap<>(leaves);
    rest.keySet().removeAll(List.of(paths));
    return rest;
  }

  private static String imageName(JsonNode container) {
    String image = container.path("image").asText();
    return image.substring(image.indexOf('/') + 1).replaceFirst("^console:", "console-service:");
  }

  private static int port(JsonNode container, String name) {
    for (JsonNode port : container.path("ports")) {
      if (port.path("name").asText().equals(name)) {
        return port.path("containerPort").asInt();
      }
    }
    throw new AssertionError(container.path("name").asText() + " has no port " + name);
  }
}
