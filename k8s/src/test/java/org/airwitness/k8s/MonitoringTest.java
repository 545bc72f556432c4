package org.airwitness.k8s;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Alert rules and dashboards use meters that exist, and every rule says what to do. */
class MonitoringTest {
  private static final Path FILES = Chart.DIRECTORY.resolve("files");
  private static final Path DOCS = Path.of("../docs/operate");
  private static final Path RUNBOOKS = DOCS.resolve("runbooks");
  private static final Path RULE_TESTS = Path.of("src/test/prometheus/alerts_test.yaml");
  private static final Pattern METER =
      Pattern.compile("\\b(?:airwitness|kafka|http_server|jvm|process)_[a-z0-9_]+");
  private static final Pattern PART = Pattern.compile("_(total|bucket|count|sum|max)$");

  private record Rule(String name, String expression, String runbook) {}

  @Test
  void everyRuleHasItsPageAndEveryPageItsRule() throws IOException {
    Set<String> names = rules().stream().map(Rule::name).collect(toCollection(TreeSet::new));
    try (Stream<Path> pages = Files.list(RUNBOOKS)) {
      assertThat(
              pages
                  .map(page -> page.getFileName().toString().replace(".md", ""))
                  .filter(page -> !page.equals("README")))
          .containsExactlyInAnyOrderElementsOf(names);
    }
    String index = Files.readString(RUNBOOKS.resolve("README.md"));
    for (Rule rule : rules()) {
      assertThat(rule.runbook()).isEqualTo("docs/operate/runbooks/" + rule.name() + ".md");
      assertThat(index).contains("(" + rule.name() + ".md)");
    }
  }

  @Test
  void everyRuleIsTested() throws IOException {
    String tests = Files.readString(RULE_TESTS);
    assertThat(rules())
        .isNotEmpty()
        .allSatisfy(rule -> assertThat(tests).contains("alertname: " + rule.name() + "\n"));
  }

  @Test
  void everyMeterOfARuleIsDocumented() throws IOException {
    String inventory = inventory();
    for (Rule rule : rules()) {
      assertDocumented(rule.name(), rule.expression(), inventory);
    }
  }

  @Test
  void everyMeterOfADashboardIsDocumented() throws IOException {
    String inventory = inventory();
    var json = new ObjectMapper();
    for (Path file : files("dashboards")) {
      JsonNode panels = json.readTree(file.toFile()).path("panels");
      assertThat(panels).as(file.toString()).isNotEmpty();
      for (JsonNode panel : panels) {
        for (JsonNode target : panel.path("targets")) {
          String name = file.getFileName() + ": " + panel.path("title").asText();
          assertDocumented(name, target.path("expr").asText(), inventory);
        }
      }
    }
  }

  @Test
  void promtoolFindsRulesRightAndTheyFireWhenTheyShould() throws Exception {
    List<String> check = new ArrayList<>(List.of("promtool", "check", "rules"));
    files("alerts").forEach(file -> check.add(file.toString()));
    assertThat(run(check)).isZero();
    assertThat(run(List.of("promtool", "test", "rules", RULE_TESTS.toString()))).isZero();
  }

  /** Runs a program of the Debian package prometheus; skips loudly where it is not. */
  private static int run(List<String> command) throws Exception {
    boolean there =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, command.getFirst())));
    Assumptions.assumeTrue(there, "SKIPPED: promtool (Debian package prometheus) is not installed");
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static void assertDocumented(String where, String expression, String inventory) {
    List<String> meters = METER.matcher(expression).results().map(found -> found.group()).toList();
    assertThat(where.startsWith("AirwitnessServiceDown") || !meters.isEmpty())
        .as("%s names a meter: %s", where, expression)
        .isTrue();
    for (String meter : meters) {
      String family = PART.matcher(meter).replaceFirst("");
      assertThat(inventory)
          .as("%s uses %s", where, meter)
          .matches(text -> text.contains("`" + meter + "`") || text.contains("`" + family + "`"));
    }
  }

  private static String inventory() throws IOException {
    return Files.readString(DOCS.resolve("observability.md"));
  }

  private static List<Rule> rules() throws IOException {
    List<Rule> rules = new ArrayList<>();
    for (Path file : files("alerts")) {
      for (JsonNode group : new YAMLMapper().readTree(file.toFile()).path("groups")) {
        for (JsonNode rule : group.path("rules")) {
          rules.add(
              new Rule(
                  rule.path("alert").asText(),
                  rule.path("expr").asText(),
                  rule.path("annotations").path("runbook").asText()));
        }
      }
    }
    return rules;
  }

  private static List<Path> files(String kind) throws IOException {
    try (Stream<Path> files = Files.list(FILES.resolve(kind))) {
      return files.sorted().toList();
    }
  }
}
