package org.airwitness.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.airwitness.k8s.Manifests.Workload;
import org.junit.jupiter.api.Test;

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
    try (var cluster = new LocalCluster()) {
      var manifests = Chart.render(cluster.values() + VALUES);
      assumeThat(manifests.workloads())
          .as("every service is packaged")
          .allMatch(
              each -> Files.exists(LocalPod.application(each.spec().path("containers").get(0))));
      cluster.apply(manifests);

      run(cluster, manifests, "airwitness-topics");
      run(cluster, manifests, "airwitness-topics");
      migrateTogether(cluster, manifests);
      var pods = startAll(cluster, manifests);
      run(cluster, manifests, "airwitness-agencies");
      run(cluster, manifests, "airwitness-agencies");
      assertThat(count(cluster, "select count(*) from ingest.sensor where agency_id = 'harbour'"))
          .isEqualTo(1);
      run(cluster, manifests, "airwitness-check");

      for (var pod : pods.values()) {
        assertThat(pod.isAlive()).isTrue();
        assertThat(pod.stopMillis()).isLessThan(25_000);
      }
    }
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

  private static Map<String, LocalPod> startAll(LocalCluster cluster, Manifests manifests)
      throws Exception {
    var pods = new LinkedHashMap<String, LocalPod>();
    for (var deployment : manifests.deployments()) {
      var component = deployment.name().substring("airwitness-".length());
      var pod = cluster.pod(manifests, deployment);
      pods.put(component, pod);
      pod.start();
    }
    for (var entry : pods.entrySet()) {
      for (String probe : new String[] {"started", "live", "ready"}) {
        await(entry.getKey() + " is " + probe)
            .atMost(Duration.ofSeconds(120))
            .pollInterval(Duration.ofMillis(500))
            .failFast(() -> {
              if (!entry.getValue().isAlive()) {
                throw new AssertionError(log(entry.getValue()));
              }
            })
            .until(() -> cluster.probe(entry.getKey(), "/q/health/" + probe) == 200);
      }
    }
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
