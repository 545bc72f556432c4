package org.airwitness.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The values of the chart with what their comments say: {@code ## } a section, {@code # -- } a
 * description, {@code # @schema } additions to the schema, {@code # @component} that the section
 * {@code defaults} holds here too. A value without a description is an error.
 */
final class ValuesReference {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();

  private final String text;
  private final MappingNode root;

  private ValuesReference(String text, MappingNode root) {
    this.text = text;
    this.root = root;
  }

  static ValuesReference read(Path file) throws IOException {
    var options = new LoaderOptions();
    options.setProcessComments(true);
    String text = Files.readString(file);
    return new ValuesReference(
        text, (MappingNode) new Yaml(options).compose(Files.newBufferedReader(file)));
  }

  /** JSON Schema, draft 7: what Helm checks values against. */
  String schema() {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "Values of the chart airwitness");
    schema.setAll(object(root, null));
    // Helm passes these to a chart that is part of another.
    ((ObjectNode) schema.path("properties")).putObject("global").put("type", "object");
    return schema.toPrettyString() + "\n";
  }

  private ObjectNode object(MappingNode map, ObjectNode inherited) {
    ObjectNode schema = JSON.createObjectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    if (inherited != null) {
      properties.setAll((ObjectNode) inherited.path("properties").deepCopy());
    }
    for (NodeTuple entry : map.getValue()) {
      properties.set(key(entry), schemaOf(entry));
    }
    return schema.put("additionalProperties", false);
  }

  private ObjectNode schemaOf(NodeTuple entry) {
    ObjectNode extra = extra(entry);
    ObjectNode schema = JSON.createObjectNode();
    if (!description(entry).isEmpty()) {
      schema.put("description", description(entry));
    }
    Node value = entry.getValueNode();
    if (value instanceof MappingNode map && !extra.has("additionalProperties")) {
      schema.setAll(object(map, comments(entry).contains("@component") ? defaults() : null));
    } else {
      schema.put("type", type(value));
    }
    schema.setAll(extra);
    return schema;
  }

  private ObjectNode defaults() {
    for (NodeTuple entry : root.getValue()) {
      if (key(entry).equals("defaults")) {
        return schemaOf(entry);
      }
    }
    throw new IllegalStateException("values.yaml has no section 'defaults'");
  }

  private static String type(Node value) {
    return switch (value) {
      case MappingNode _ -> "object";
      case ScalarNode scalar when scalar.getTag().equals(Tag.INT) -> "integer";
      case ScalarNode scalar when scalar.getTag().equals(Tag.BOOL) -> "boolean";
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "null";
      case ScalarNode _ -> "string";
      default -> "array";
    };
  }

  private static ObjectNode extra(NodeTuple entry) {
    for (String line : comments(entry)) {
      if (line.startsWith("@schema ")) {
        try {
          return (ObjectNode) YAML.readTree(line.substring("@schema ".length()));
        } catch (IOException e) {
          throw new IllegalArgumentException(key(entry) + ": " + line, e);
        }
      }
    }
    return JSON.createObjectNode();
  }

  /** The chart's page: how to install it, and every value. */
  String readme() throws IllegalStateException {
    var page = new StringBuilder(INTRODUCTION);
    for (NodeTuple entry : root.getValue()) {
      for (String line : comments(entry)) {
        if (line.startsWith("# ")) {
          page.append("\n### ").append(line.substring(2)).append("\n\n");
          page.append("| value | default | |\n|---|---|---|\n");
        }
      }
      rows(page, entry, "");
    }
    return page.toString();
  }

  private void rows(StringBuilder page, NodeTuple entry, String prefix) {
    String path = prefix + key(entry);
    String description = description(entry);
    boolean whole =
        !(entry.getValueNode() instanceof MappingNode) || extra(entry).has("additionalProperties");
    if (whole && description.isEmpty()) {
      throw new IllegalStateException("values.yaml does not describe " + path);
    }
    if (!description.isEmpty()) {
      page.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  path,
                  whole ? "`" + shown(entry.getValueNode()) + "`" : "",
                  cell(entry, description)));
    }
    if (!whole) {
      ((MappingNode) entry.getValueNode()).getValue().forEach(each -> rows(page, each, path + "."));
    }
  }

  private static String cell(NodeTuple entry, String description) {
    JsonNode allowed = extra(entry).path("enum");
    return allowed.isMissingNode()
        ? description
        : description + " (" + String.join(", ", Manifests.texts(allowed)) + ")";
  }

  private String shown(Node value) {
    try {
      var start = value.getStartMark();
      String yaml =
          " ".repeat(start.getColumn())
              + text.substring(start.getIndex(), value.getEndMark().getIndex());
      return YAML.readTree(yaml).toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String key(NodeTuple entry) {
    return ((ScalarNode) entry.getKeyNode()).getValue();
  }

  private static String description(NodeTuple entry) {
    for (String line : comments(entry)) {
      if (line.startsWith("-- ")) {
        return line.substring(3);
      }
    }
    return "";
  }

  private static List<String> comments(NodeTuple entry) {
    var lines = new ArrayList<String>();
    var comments = entry.getKeyNode().getBlockComments();
    if (comments != null) {
      comments.stream().map(CommentLine::getValue).map(String::strip).forEach(lines::add);
    }
    return lines;
  }

  private static final String INTRODUCTION =
      """
      # The chart

      Installs the four services and the console beside a Kafka, a PostgreSQL and an OpenID provider that are there already.
      [Install](../../docs/operate/install.md) leads through a first installation. It needs Kubernetes 1.30 or newer and Helm 3.15 or newer.

      What the chart will not do: install Kafka, PostgreSQL or an OpenID provider ([examples](../examples) show how), keep
      passwords in values, give a pod rights in the cluster, or pull an image that is not ours.

      ```sh
      helm install airwitness k8s/airwitness --namespace airwitness --create-namespace \\
        --set kafka.bootstrapServers=kafka.example:9092 \\
        --set postgresql.host=postgres.example \\
        --set oidc.url=https://identity.example/realms/airwitness
      ```

      ## Values

      This part is made from `values.yaml`. Values of `defaults` may also be set for one component: `track.replicas`, `alert.resources`.
      """;
}
