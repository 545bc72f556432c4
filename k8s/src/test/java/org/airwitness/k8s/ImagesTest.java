package org.airwitness.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.airwitness.embedded.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images are what the chart runs; how one is trained tells what went wrong. */
class ImagesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"jvm", "console", "native"})
  void runsAsTheUserAndOnThePortsOfTheChart(String image) throws IOException {
    var pod =
        Chart.render("{}")
            .get("Deployment", image.equals("console") ? "airwitness-console" : "airwitness-track")
            .at("/spec/template/spec");
    var user = pod.path("securityContext");

    assertThat(stage(image))
        .contains(
            "USER %s:%s"
                .formatted(user.path("runAsUser").asText(), user.path("runAsGroup").asText()),
            "EXPOSE "
                + String.join(
                    " ", pod.at("/containers/0/ports").findValuesAsText("containerPort")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm", "console", "native"})
  void isOfTheVersionAndTheTimeOfTheProject(String image) throws IOException {
    var made =
        found("<project.build.outputTimestamp>(.+)</", Files.readString(ROOT.resolve("pom.xml")));
    var version =
        found(
            "(?m)^appVersion: \"?([^\"\\n]+)",
            Files.readString(Path.of("airwitness", "Chart.yaml")));

    assertThat(dockerfile(image))
        .contains(
            "ARG SOURCE_DATE_EPOCH=" + Instant.parse(made).getEpochSecond(),
            "ARG VERSION=" + version);
  }

  /** But for its title: whoever changes how a service runs changes it for the console. */
  @Test
  void theConsoleRunsAsAServiceDoes() throws IOException {
    assertThat(stage("console"))
        .filteredOn(line -> !line.contains("image.title"))
        .isEqualTo(
            stage("jvm").stream()
                .filter(line -> !line.contains("image.title"))
                .filter(line -> !line.equals("ARG SERVICE") && !line.startsWith("# "))
                .toList());
  }

  @Test
  void isNotTrainedByAnotherProcess() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var training = train("touch started", other.getLocalPort());

      assertThat(training)
          .contains("something listens on port " + other.getLocalPort() + " already");
      assertThat(directory.resolve("started")).doesNotExist();
    }
  }

  @Test
  void isNotTrainedByAServiceThatDoesNotStart() throws Exception {
    assertThat(train("echo 'no database'; exit 3", FreePort.find()))
        .contains("no database", "train.sh: the service ended before it lived");
  }

  /** Trains in vain, with a shell's commands in place of a JVM, and returns what was said. */
  private String train(String commands, int port) throws Exception {
    var java = Files.writeString(directory.resolve("java"), "#!/bin/sh\n" + commands + "\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    var builder =
        new ProcessBuilder("bash", ROOT.resolve("images/train.sh").toString())
            .directory(directory.toFile())
            .redirectErrorStream(true);
    builder.environment().merge("PATH", directory.toString(), (path, ours) -> ours + ":" + path);
    builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(port));
    var training = builder.start();
    var said = new String(training.getInputStream().readAllBytes());
    assertThat(training.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(training.exitValue()).as(said).isEqualTo(1);
    return said;
  }

  /** Lines of the last stage, which is the image. */
  private static List<String> stage(String image) throws IOException {
    var lines = dockerfile(image).lines().toList();
    int from =
        lines.lastIndexOf(
            lines.stream()
                .filter(line -> line.startsWith("FROM "))
                .reduce((a, b) -> b)
                .orElseThrow());
    return lines.subList(from, lines.size());
  }

  private static String dockerfile(String image) throws IOException {
    return Files.readString(ROOT.resolve("images/" + image + ".Dockerfile"));
  }

  private static String found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .findFirst()
        .orElseThrow();
  }
}
