package org.airwitness.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFilesTest {
  private static final String PASSWORD = "quarkus.datasource.password";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "two\nlines",
        "${nobody.knows}",
        "\\${escaped}",
        "back\\slash",
        "a\\\\b",
        "$5,:{}#=!",
        " spaces around "
      })
  void givesContentAsItIs(String content) throws IOException {
    Files.writeString(directory.resolve(PASSWORD), content + "\n");

    assertThat(config(directory).getRawValue(PASSWORD)).isNotNull();
    assertThat(config(directory).getValue(PASSWORD, String.class)).isEqualTo(content);
  }

  /** Kubernetes mounts a link to a link into a directory it swaps when the Secret changes. */
  @Test
  void followsTheLinksOfAMountedVolume() throws IOException {
    var version = Files.createDirectory(directory.resolve("..2026_11_26"));
    Files.writeString(version.resolve(PASSWORD), "s3cret");
    Files.createSymbolicLink(directory.resolve("..data"), version.getFileName());
    Files.createSymbolicLink(directory.resolve(PASSWORD), Path.of("..data", PASSWORD));

    assertThat(config(directory).getValue(PASSWORD, String.class)).isEqualTo("s3cret");
  }

  @Test
  void isAbsentWithoutDirectory() {
    assertThat(config(directory.resolve("none")).getOptionalValue(PASSWORD, String.class))
        .isEmpty();
  }

  @Test
  void refusesWhatCannotBeASecret() throws IOException {
    Files.write(directory.resolve(PASSWORD), new byte[1024 * 1024 + 1]);

    assertThatThrownBy(() -> config(directory))
        .hasStackTraceContaining(directory.resolve(PASSWORD) + " is larger than 1048576 bytes");
  }

  private static SmallRyeConfig config(Path directory) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(
            new PropertiesConfigSource(
                Map.of(SecretFiles.DIRECTORY, directory.toString()), "test", 400))
        .withSources(new SecretFiles())
        .build();
  }
}
