package org.airwitness.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.airwitness.k8s.Manifests.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Two pods of each service, while sensors send: each pod is replaced as a rolling update does it,
 * and each container is killed and started again. What was acknowledged is there afterwards, once,
 * with its alert. Takes many minutes on a small machine, so it runs when it is asked for.
 */
@EnabledIfSystemProperty(
    named = "airwitness.rolling",
    matches = "true",
    disabledReason = "takes many minutes; -Dairwitness.rolling=true runs it")
class RollingUpdateIT {
  private static final List<String> SERVICES = List.of("ingest", "track", "zone", "alert");
  private static final int SENSORS = 3;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VALUES =
      """
      platformSecretName: platform
      agencies:
        - id: harbour
          name: Harbour police
          secretName: harbour
          limits: {sensorMessagesPerSecond: 500, agencyMessagesPerSecond: 5000}
          sensors:
            - {id: mast-0, name: Mast 0, format: native}
            - {id: mast-1, name: Mast 1, format: native}
            - {id: mast-2, name: Mast 2, format: native}
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, List<LocalPod>> pods = new HashMap<>();

  @Test
  void losesNothingAndDoublesNothingWhilePodsComeAndGo() throws Exception {
    try (var cluster = new LocalCluster(Transport.PLAIN)) {
      var manifests = cluster.install(VALUES);
      install(cluster, manifests);
      var sensors = sensors(cluster);
      awaitFlowing(sensors);

      for (String service : SERVICES) {
        killOne(cluster, service);
        awaitFlowing(sensors);
        roll(cluster, manifests, service);
        awaitFlowing(sensors);
      }

      int broken = 0;
      var acknowledged = new ArrayList<String>();
      for (var sensor : sensors) {
        broken += sensor.land();
        acknowledged.addAll(sensor.acknowledged());
      }
      System.out.printf(
          "%d messages acknowledged, %d connections broken%n", acknowledged.size(), broken);
      assertThat(broken).as("the changes were felt").isPositive();
      await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(() ->
              assertThat(cluster.query("select uas_id from alert.alert"))
                  .containsExactlyInAnyOrderElementsOf(acknowledged));
      assertThat(cluster.query("select distinct track_id::text from track.observation"))
          .hasSameSizeAs(acknowledged);
      assertThat(cluster.query("select observation_id::text from track.observation"))
          .hasSameSizeAs(acknowledged)
          .doesNotHaveDuplicates();
    }
  }

  private void install(LocalCluster cluster, Manifests manifests) throws Exception {
    cluster.run(manifests, "airwitness-topics");
    for (var deployment : manifests.deployments()) {
      var component = deployment.name().substring("airwitness-".length());
      int instances = SERVICES.contains(component) ? 2 : 1;
      for (int i = 0; i < instances; i++) {
        start(cluster, manifests, deployment);
      }
    }
    pods.values().forEach(each -> each.forEach(cluster::serve));
    cluster.run(manifests, "airwitness-agencies");
    var zone =
        """
        {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[10.6,59.8],[10.8,59.8],[10.8,60.0],[10.6,60.0],[10.6,59.8]]]},
         "properties":{"name":"Harbour","restriction":"PROHIBITED"}}
        """;
    post(cluster, "/zones", zone);
  }

  private LocalPod start(LocalCluster cluster, Manifests manifests, Workload deployment)
      throws Exception {
    var pod = cluster.pod(manifests, deployment);
    pod.start();
    pods.computeIfAbsent(pod.component(), _ -> new ArrayList<>()).add(pod);
    return pod;
  }

  private List<LocalSensor> sensors(LocalCluster cluster) throws Exception {
    var trust = trust(cluster.secret("airwitness-mqtt-tls").get("tls.crt"));
    var sensors = new ArrayList<LocalSensor>();
    for (int i = 0; i < SENSORS; i++) {
      var id = "mast-" + i;
      var given = post(cluster, "/sensors/" + id + "/credentials", "{}");
      sensors.add(
          new LocalSensor(
              id,
              i,
              cluster.address("airwitness-mqtt:8883"),
              given.path("username").asText(),
              given.path("password").asText(),
              trust));
    }
    return sensors;
  }

  private static SSLSocketFactory trust(String certificate) throws Exception {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry(
        "door",
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(certificate.getBytes(StandardCharsets.UTF_8))));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private JsonNode post(LocalCluster cluster, String path, String body) throws Exception {
    var form = "grant_type=client_credentials&client_id=harbour&client_secret=secret";
    var token =
        send(
            URI.create(cluster.provider() + "/token"),
            "application/x-www-form-urlencoded",
            "none",
            form);
    return send(
        URI.create("http://" + cluster.address("airwitness-console:8080") + "/api/v1" + path),
        "application/json",
        "Bearer " + token.path("access_token").asText(),
        body);
  }

  private JsonNode send(URI uri, String type, String authorization, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", type)
            .header("Authorization", authorization)
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return JSON.readTree(answer.body());
  }

  /** Waits until every sensor had twenty more PUBACKs. */
  private static void awaitFlowing(List<LocalSensor> sensors) {
    var before = sensors.stream().map(sensor -> sensor.acknowledged().size()).toList();
    await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> {
          for (int i = 0; i < SENSORS; i++) {
            if (sensors.get(i).acknowledged().size() < before.get(i) + 20) {
              return false;
            }
          }
          return true;
        });
  }

  /** A container dies; its pod is unready until it runs again. */
  private void killOne(LocalCluster cluster, String service) throws Exception {
    var pod = pods.get(service).getFirst();
    pod.kill();
    cluster.withdraw(pod);
    pod.restart();
    cluster.serve(pod);
  }

  /** Each pod is replaced: a new one becomes ready, then an old one ends. */
  private void roll(LocalCluster cluster, Manifests manifests, String service) throws Exception {
    for (var old : List.copyOf(pods.get(service))) {
      cluster.serve(start(cluster, manifests, manifests.workload("airwitness-" + service)));
      cluster.withdraw(old);
      Thread.sleep(Duration.ofSeconds(old.preStopSeconds()));
      old.stopMillis();
    }
  }
}
