package org.airwitness.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Kubernetes objects, one JSON tree each. */
record Manifests(List<JsonNode> all) {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Where a kind that runs pods keeps their template; {@code ""} is the object itself. */
  private static final Map<String, String> POD_TEMPLATES =
      Map.of("Deployment", "/spec/template", "Job", "/spec/template", "Pod", "");

  private static final Set<String> WITHOUT_PODS =
      Set.of(
          "ConfigMap",
          "HTTPRoute",
          "HorizontalPodAutoscaler",
          "Ingress",
          "NetworkPolicy",
          "PodDisruptionBudget",
          "PrometheusRule",
          "ScaledObject",
          "Secret",
          "Service",
          "ServiceAccount",
          "ServiceMonitor",
          "TCPRoute",
          "TLSRoute");

  /** What runs: the pods' metadata and specification, with the name of what makes them. */
  record Workload(String kind, String name, JsonNode metadata, JsonNode spec) {
    List<JsonNode> containers() {
      var containers = new ArrayList<JsonNode>();
      spec.path("initContainers").forEach(containers::add);
      spec.path("containers").forEach(containers::add);
      return containers;
    }

    @Override
    public String toString() {
      return kind + " " + name;
    }
  }

  static Manifests parse(String yaml) {
    try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(yaml)) {
      var all = documents.readAll();
      all.removeIf(document -> document == null || document.isNull() || document.isEmpty());
      return new Manifests(List.copyOf(all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Manifests read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<JsonNode> of(String kind) {
    return all.stream().filter(object -> object.path("kind").asText().equals(kind)).toList();
  }

  JsonNode get(String kind, String name) {
    return of(kind).stream()
        .filter(object -> name(object).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no " + kind + " " + name));
  }

  /**
   * Everything that runs pods.
   *
   * @throws AssertionError for a kind nobody has said whether it runs pods
   */
  List<Workload> workloads() {
    var workloads = new ArrayList<Workload>();
    for (JsonNode object : all) {
      String kind = object.path("kind").asText();
      if (POD_TEMPLATES.containsKey(kind)) {
        JsonNode template = object.at(POD_TEMPLATES.get(kind));
        workloads.add(
            new Workload(kind, name(object), template.path("metadata"), template.path("spec")));
      } else if (!WITHOUT_PODS.contains(kind)) {
        throw new AssertionError("Unknown kind " + kind + ": say whether it runs pods");
      }
    }
    return workloads;
  }

  Workload workload(String name) {
    return workloads().stream()
        .filter(workload -> workload.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Nothing that runs is called " + name));
  }

  List<Workload> deployments() {
    return workloads().stream().filter(workload -> workload.kind().equals("Deployment")).toList();
  }

  static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }

  static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** Whether every label of the selector is among the labels. */
  static boolean selects(JsonNode selector, JsonNode labels) {
    return selector.properties().stream()
        .allMatch(wanted -> labels.path(wanted.getKey()).equals(wanted.getValue()));
  }
}
