package org.airwitness.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * What those who run a service rely on: probes and metrics on a port of their own, and an inventory
 * of meters that is complete. A service's {@code @QuarkusTest} extends this class.
 */
public abstract class ServiceOperations {
  private static final Path INVENTORY = Path.of("../docs/operate/observability.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `(airwitness_\\w+)` \\|", Pattern.MULTILINE);
  private static final Pattern FAMILY =
      Pattern.compile("^# TYPE (airwitness_\\w+) ", Pattern.MULTILINE);
  private static final Pattern LABELS =
      Pattern.compile("^airwitness_\\w+\\{([^}]*)}", Pattern.MULTILINE);
  private static final Set<String> BOUNDED =
      Set.of("reason", "outcome", "state", "health", "consumer", "le");

  private final String service;

  protected ServiceOperations(String service) {
    this.service = service;
  }

  @Test
  void answersProbesOnThePortOfManagement() {
    assertThat(Probes.get("health/started").status()).isEqualTo(200);
    assertThat(Probes.get("health/live").status()).isEqualTo(200);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(Probes.get("health/ready").status()).isEqualTo(200));
    assertThat(Probes.get("health/ready").body()).contains("kafka", "database settings");
  }

  @Test
  void livenessKnowsNothingOfNeighbours() {
    assertThat(Probes.get("health/live").body()).doesNotContain("kafka\"", "database");
    assertThat(Probes.get("health/started").body()).doesNotContain("kafka\"", "database");
  }

  @Test
  void showsProbesAndMetricsToNobodyOnThePortOfTheApi() throws IOException {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    for (String path : List.of("/q/health/ready", "/q/metrics")) {
      var answer =
          (HttpURLConnection)
              URI.create("http://localhost:" + port + path).toURL().openConnection();
      assertThat(answer.getResponseCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void documentsEveryMeterItHasAndNoOther() throws IOException {
    Pattern own = Pattern.compile("airwitness_(%s|bus)_.*".formatted(service));
    Set<String> documented =
        found(ROW, Files.readString(INVENTORY)).filter(own.asMatchPredicate()).collect(sorted());
    Set<String> shown =
        found(FAMILY, metrics())
            .map(name -> name.replaceFirst("_(total|max)$", ""))
            .filter(own.asMatchPredicate())
            .collect(sorted());
    assertThat(shown)
        .isEqualTo(
            documented.stream().map(name -> name.replaceFirst("_total$", "")).collect(sorted()));
  }

  @Test
  void labelsItsMetersWithBoundedSetsOnly() {
    Set<String> labels =
        found(LABELS, metrics())
            .flatMap(text -> Stream.of(text.split("\",")))
            .map(label -> label.substring(0, label.indexOf('=')))
            .collect(sorted());
    assertThat(labels).isNotEmpty();
    assertThat(BOUNDED).containsAll(labels);
  }

  private static String metrics() {
    return Probes.get("metrics").body();
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(result -> result.group(1));
  }

  private static java.util.stream.Collector<String, ?, Set<String>> sorted() {
    return Collectors.toCollection(TreeSet::new);
  }
}
