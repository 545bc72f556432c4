package org.airwitness.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  /** Whether each connection of a service to the database has TLS. */
  private static final String CONNECTIONS =
      "select ssl from pg_stat_ssl join pg_stat_activity using (pid) where usename like '%_app'";

  @Test
  void worksAsRendered() throws Exception {
    try (var cluster = new LocalCluster(Transport.PLAIN)) {
      var manifests = cluster.install(VALUES);

      cluster.run(manifests, "airwitness-topics");
      cluster.run(manifests, "airwitness-topics");
      migrateTogether(cluster, manifests);
      var pods = cluster.startAll(manifests);
      cluster.run(manifests, "airwitness-agencies");
      cluster.run(manifests, "airwitness-agencies");
      assertThat(cluster.query("select id from ingest.sensor where agency_id = 'harbour'"))
          .containsExactly("mast-1");
      cluster.run(manifests, "airwitness-check");

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
      var manifests = cluster.install(VALUES);

      cluster.run(manifests, "airwitness-topics");
      cluster.startAll(manifests);
      cluster.run(manifests, "airwitness-agencies");
      cluster.run(manifests, "airwitness-check");

      assertThat(cluster.query(CONNECTIONS)).containsOnly("t");
    }
  }

  /** Who is not known by the authority that is named is not spoken to. */
  @Test
  void refusesStrangers() throws Exception {
    try (var cluster = new LocalCluster(Transport.CERTIFICATES)) {
      var manifests = cluster.install(VALUES);
      cluster.run(manifests, "airwitness-topics");
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
    var pod = cluster.pod(manifests, manifests.workload(workload));
    cluster.replaceSecret(secret, right);

    pod.restart();

    await(workload + " says " + word)
        .atMost(Duration.ofSeconds(60))
        .until(() -> log(pod).contains(word));
    pod.close();
  }

  /** Three instances begin at once over an empty schema. */
  private static void migrateTogether(LocalCluster cluster, Manifests manifests) throws Exception {
    try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Integer>>();
      for (int i = 0; i < 3; i++) {
        var pod = cluster.pod(manifests, manifests.workload("airwitness-zone"));
        running.add(together.submit(pod::migrate));
      }
      for (var each : running) {
        assertThat(each.get()).isZero();
      }
    }
    assertThat(cluster.query("select distinct success from zone.flyway_schema_history"))
        .containsExactly("t");
  }

  private static String log(LocalPod pod) throws Exception {
    return pod.log(pod.container());
  }
}
