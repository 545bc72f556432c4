package org.airwitness.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.airwitness.k8s.Manifests.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An installation from beginning to end with what the chart renders: topics, migrations of
 * instances that start together, probes, agencies, the test of the installation, and the end. The
 * pods are processes here; Kafka, PostgreSQL and the provider are real ones beside them.
 */
class InstallationIT {
  private static final String VALUES =
      """
      platformSecretName: platform
      agencies:
        - id: harbour
          name: Harbour police
          secretName: harbour
          sensors:
            - {id: mast-1, name: Mast 1, format: native, shared: true}
      test: {secretName: check}
      """;

  @Test
  void worksAsRendered() throws Exception {
    try (var cluster = new LocalCluster(Transport.PLAIN)) {
      var manifests = rendered(cluster);

      run(cluster, manifests, "airwitness-topics");
      run(cluster, manifests, "airwitness-topics");
      migrateTogether(cluster, manifests);
      var pods = startAll(cluster, manifests);
      run(cluster, manifests, "airwitness-agencies");
      run(cluster, manifests, "airwitness-agencies");
      assertThat(count(cluster, "select count(*) from ingest.sensor where agency_id = 'harbour'"))
          .isEqualTo(1);
      run(cluster, manifests, "airwitness-check");

      for (var pod : pods) {
        assertThat(pod.isAlive()).isTrue();
        assertThat(pod.stopMillis()).isLessThan(25_000);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CERTIFICATES", "PASSWORDS"})
  void worksWithTlsToEverybody(Transport transport) throws Exception {
    try (var cluster = new LocalCluster(transport)) {
      var manifests = rendered(cluster);

      run(cluster, manifests, "airwitness-topics");
      startAll(cluster, manifests);
      run(cluster, manifests, "airwitness-agencies");
      run(cluster, manifests, "airwitness-check");

      assertThat(connections(cluster, "ssl")).isPositive();
      assertThat(connections(cluster, "not ssl")).isZero();
    }
  }

  /** Who is not known by the authority that is named is not spoken to. */
  @Test
  void refusesStrangers() throws Exception {
    try (var cluster = new LocalCluster(Transport.CERTIFICATES)) {
      var manifests = rendered(cluster);
      run(cluster, manifests, "airwitness-topics");
      var stranger = Map.of("ca.crt", new Authority().pem());

      refuses(
          cluster, manifests, "kafka-ca", stranger, "airwitness-topics", "SSL handshake failed");
      refuses(cluster, manifests, "oidc-ca", stranger, "airwitness-agencies", "PKIX");
      refuses(
          cluster,
          manifests,
          "postgresql-ca",
          stranger,
          "airwitness-track",
          "SSL handshake failed");
    }
  }

  /** With another Secret the workload does not get to work, and its log has the word. */
  private static void refuses(
      LocalCluster cluster,
      Manifests manifests,
      String secret,
      Map<String, String> other,
      String workload,
      String word)
      throws Exception {
    var right = cluster.secret(secret);
    cluster.replaceSecret(secret, other);
    var pod = cluster.pod(manifests, workload(manifests, workload));
    cluster.replaceSecret(secret, right);

    pod.restart();

    await(workload + " says " + word)
        .atMost(Duration.ofSeconds(60))
        .until(() -> log(pod).contains(word));
    pod.close();
  }

  private static Manifests rendered(LocalCluster cluster) {
    var manifests = Chart.render(cluster.values() + VALUES);
    assumeThat(manifests.workloads())
        .as("every service is packaged")
        .allMatch(
            each -> Files.exists(LocalPod.application(each.spec().path("containers").get(0))));
    cluster.apply(manifests);
    return manifests;
  }

  private static long connections(LocalCluster cluster, String which) throws Exception {
    return count(
        cluster,
        "select count(*) from pg_stat_ssl join pg_stat_activity using (pid) where usename like '%_app' and "
            + which);
  }

  private static Workload workload(Manifests manifests, String name) {
    return manifests.workloads().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void run(LocalCluster cluster, Manifests manifests, String name) throws Exception {
    var pod = cluster.pod(manifests, workload(manifests, name));
    int code = pod.runToEnd();
    assertThat(code).as("%s:%n%s", name, pod.log(pod.container())).isZero();
  }

  /** Three instances begin at once over an empty schema. */
  private static void migrateTogether(LocalCluster cluster, Manifests manifests) throws Exception {
    try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Integer>>();
      for (int i = 0; i < 3; i++) {
        var pod = cluster.pod(manifests, workload(manifests, "airwitness-zone"));
        running.add(together.submit(pod::migrate));
      }
      for (var each : running) {
        assertThat(each.get()).isZero();
      }
    }
    assertThat(count(cluster, "select count(*) from zone.flyway_schema_history where not success"))
        .isZero();
  }

  private static List<LocalPod> startAll(LocalCluster cluster, Manifests manifests)
      throws Exception {
    var pods = new ArrayList<LocalPod>();
    for (var deployment : manifests.deployments()) {
      var pod = cluster.pod(manifests, deployment);
      pods.add(pod);
      pod.start();
    }
    pods.forEach(cluster::serve);
    return pods;
  }

  private static String log(LocalPod pod) throws Exception {
    return pod.log(pod.container());
  }

  private static long count(LocalCluster cluster, String query) throws Exception {
    try (var connection = cluster.postgres().superuser();
        var rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
