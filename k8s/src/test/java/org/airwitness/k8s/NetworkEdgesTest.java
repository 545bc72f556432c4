package org.airwitness.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The NetworkPolicies open exactly the edges of the table in the operating guide. */
class NetworkEdgesTest {
  private static final Path TABLE = Path.of("..", "docs", "operate", "network.md");

  /** Peers that only stand for what the table calls them. */
  private static final String NAMED =
      """
      kafka: {peers: [{ipBlock: {cidr: 192.0.2.1/32}}]}
      postgresql: {peers: [{ipBlock: {cidr: 192.0.2.2/32}}]}
      oidc: {peers: [{ipBlock: {cidr: 192.0.2.3/32}}]}
      networkPolicy:
        mqttPeers: [{ipBlock: {cidr: 192.0.2.4/32}}]
        webPeers: [{ipBlock: {cidr: 192.0.2.5/32}}]
        monitoringPeers: [{ipBlock: {cidr: 192.0.2.6/32}}]
        dnsPeers: [{ipBlock: {cidr: 192.0.2.7/32}}]
      tracing: {peers: [{ipBlock: {cidr: 192.0.2.8/32}}]}
      """;

  private static final List<String> NAMES =
      List.of(
          "Kafka",
          "PostgreSQL",
          "OpenID provider",
          "sensors",
          "browsers, programs",
          "monitoring",
          "names",
          "collector of traces");

  @Test
  void opensTheEdgesOfTheTableAndNoOther() throws IOException {
    assertThat(edges(Chart.render(NAMED))).isEqualTo(table(false));
  }

  @Test
  void opensWhatAnOptionNeedsAndNoMore() throws IOException {
    var manifests =
        Chart.render(
            NAMED.replace("tracing: {", "tracing: {endpoint: 'http://collector:4318', ")
                + "mqtt: {plain: true}\ningest: {site: {enabled: true, port: 1884}}\n");

    assertThat(edges(manifests)).isEqualTo(table(true));
  }

  /** An edge inside is open only if both ends say so. */
  @Test
  void saysInnerEdgesOnBothEnds() {
    var manifests = Chart.render(NAMED);
    var inside = List.of("ingest", "track", "zone", "alert", "console", "commands");
    var going = edges(manifests, "egress");
    var coming = edges(manifests, "ingress");

    going.removeIf(edge -> !inside.contains(edge.replaceAll(".* -> (.*) \\d+", "$1")));
    coming.removeIf(edge -> !inside.contains(edge.replaceAll(" -> .*", "")));
    assertThat(going).isNotEmpty().isEqualTo(coming);
  }

  /** Every pod is chosen by the policy that denies both ways, and by one of its own. */
  @Test
  void deniesEverythingElse() {
    var manifests = Installation.FULL.render();
    var policies = manifests.of("NetworkPolicy");

    assertThat(policies)
        .allSatisfy(policy ->
            assertThat(Manifests.texts(policy.at("/spec/policyTypes")))
                .containsExactly("Ingress", "Egress"));
    assertThat(manifests.workloads())
        .allSatisfy(workload ->
            assertThat(policies)
                .as("%s", workload)
                .filteredOn(policy ->
                    Manifests.selects(
                        policy.at("/spec/podSelector/matchLabels"),
                        workload.metadata().path("labels")))
                .hasSize(2));
    var deny = manifests.get("NetworkPolicy", "airwitness-default-deny").path("spec");
    assertThat(deny.has("ingress") || deny.has("egress")).isFalse();
  }

  @Test
  void reachesEachPortOfTheBrokers() {
    var policy =
        Chart.render("kafka: {bootstrapServers: 'a:1111,b:2222,c:1111'}")
            .get("NetworkPolicy", "airwitness-track");

    assertThat(policy.at("/spec/egress").findValuesAsText("port")).containsOnlyOnce("1111", "2222");
  }

  private static TreeSet<String> table(boolean options) throws IOException {
    var edges = new TreeSet<String>();
    for (String line : Files.readAllLines(TABLE)) {
      String[] cells = line.split("\\s*\\|\\s*", -1);
      if (cells.length == 6 && cells[3].matches("\\d+") && (options || cells[4].isEmpty())) {
        edges.add(plain(cells[1]) + " -> " + plain(cells[2]) + " " + cells[3]);
      }
    }
    return edges;
  }

  private static String plain(String cell) {
    return cell.replaceAll(" \\(.*\\)|, without .*", "");
  }

  private static TreeSet<String> edges(Manifests manifests) {
    var edges = edges(manifests, "ingress");
    edges.addAll(edges(manifests, "egress"));
    return edges;
  }

  private static TreeSet<String> edges(Manifests manifests, String direction) {
    var edges = new TreeSet<String>();
    for (JsonNode policy : manifests.of("NetworkPolicy")) {
      String pod = policy.at("/spec/podSelector/matchLabels/app.kubernetes.io~1component").asText();
      boolean in = direction.equals("ingress");
      for (JsonNode rule : policy.at("/spec/" + direction)) {
        for (String peer : ends(rule.path(in ? "from" : "to"))) {
          String own = peer.equals("names") ? "every pod" : pod;
          ports(rule)
              .forEach(port ->
                  edges.add(
                      in ? peer + " -> " + pod + " " + port : own + " -> " + peer + " " + port));
        }
      }
    }
    return edges;
  }

  private static List<String> ports(JsonNode rule) {
    assertThat(rule.path("ports")).as("every edge names its ports").isNotEmpty();
    return rule.path("ports").findValuesAsText("port");
  }

  private static List<String> ends(JsonNode peers) {
    var ends = new ArrayList<String>();
    for (JsonNode peer : peers) {
      if (peer.has("podSelector")) {
        ends.add(peer.at("/podSelector/matchLabels/app.kubernetes.io~1component").asText());
      } else if (peer.at("/ipBlock/except").isArray()) {
        ends.add("outside");
      } else {
        String address = peer.at("/ipBlock/cidr").asText();
        ends.add(NAMES.get(Integer.parseInt(address.replaceAll("192.0.2.(\\d)/32", "$1")) - 1));
      }
    }
    return ends.isEmpty() ? List.of("anybody") : ends;
  }
}
