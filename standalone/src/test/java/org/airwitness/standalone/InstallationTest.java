package org.airwitness.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

  @TempDir Path root;

  @Test
  void namesServicesThatAreNotBuilt() throws IOException {
    var installation = new Installation(root);
    pack(installation, "ingest");
    pack(installation, "zone");

    assertThatThrownBy(installation::requireServices)
        .isInstanceOf(Usage.class)
        .hasMessageContaining("track-service, alert-service")
        .hasMessageNotContainingAny("ingest-service", "zone-service");
  }

  @Test
  void usesCacheOnlyWhenItIsNewerThanTheService() throws IOException {
    var installation = new Installation(root);
    var jar = pack(installation, "ingest");
    assertThat(installation.command("ingest", false)).noneMatch(a -> a.contains("AOTCache"));

    Files.writeString(installation.aotCache("ingest"), "cache");
    assertThat(installation.command("ingest", false)).anyMatch(a -> a.startsWith("-XX:AOTCache="));

    assertThat(jar.toFile().setLastModified(System.currentTimeMillis() + 60_000)).isTrue();
    assertThat(installation.command("ingest", false)).noneMatch(a -> a.contains("AOTCache"));
  }

  @Test
  void writesEnvironmentNamesAsQuarkusReadsThem() {
    assertThat(ServiceEnvironment.variable("quarkus.flyway.jdbc-url"))
        .isEqualTo("QUARKUS_FLYWAY_JDBC_URL");
  }

  private static Path pack(Installation installation, String service) throws IOException {
    var directory = Files.createDirectories(installation.application(service));
    return Files.writeString(directory.resolve("quarkus-run.jar"), "jar");
  }
}
