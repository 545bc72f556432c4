package org.airwitness.k8s;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The chart of this module, rendered by Helm itself. */
final class Chart {
  static final Path DIRECTORY = Path.of("airwitness").toAbsolutePath();
  private static final String KUBERNETES = "1.36.0";
  static final String NAMESPACE = "watch";

  /** What every installation has to say: where Kafka, PostgreSQL and the provider are. */
  static final String NEEDED =
      """
      kafka: {bootstrapServers: "kafka.example:9093"}
      postgresql: {host: postgres.example}
      oidc: {url: "https://identity.example/realms/airwitness"}
      """;

  /** The same chart with its hooks as ordinary objects: rendering leaves hooks out. */
  private static final Path WITHOUT_HOOKS = copy();

  private Chart() {}

  private static Path copy() {
    try (var files = Files.walk(DIRECTORY)) {
      Path copy = Files.createTempDirectory("chart");
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(DIRECTORY.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.writeString(target, Files.readString(file).replace("helm.sh/hook:", "was-a-hook:"));
        target.toFile().deleteOnExit();
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Renders a release named {@code airwitness} with the needed values and these. */
  static Manifests render(String values) {
    return render("airwitness", values);
  }

  static Manifests render(String release, String values) {
    return renderFiles(release, file(NEEDED), file(values));
  }

  /** Renders with values files alone. */
  static Manifests renderFiles(String release, Path... files) {
    return Manifests.parse(text(release, NAMESPACE, List.of(files)));
  }

  /** The YAML of a release. */
  static String text(String release, String namespace, List<Path> files) {
    var command =
        new Helm(WITHOUT_HOOKS)
            .template()
            .withName(release)
            .withNamespace(namespace)
            .withKubeVersion(KUBERNETES);
    files.forEach(command::withValuesFile);
    return command.call();
  }

  static LintResult lint() {
    return new Helm(DIRECTORY).lint().strict().quiet().call();
  }

  private static Path file(String yaml) {
    try {
      var file = Files.createTempFile("values", ".yaml");
      file.toFile().deleteOnExit();
      return Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
