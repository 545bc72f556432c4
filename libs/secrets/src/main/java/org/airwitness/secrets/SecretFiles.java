package org.airwitness.secrets;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Secrets mounted as files: each file of the directory {@value #DIRECTORY} is a setting, its name
 * the property and its content the value, without the line break at the end. The environment wins.
 *
 * <p>A service that wants them registers this class in {@code
 * META-INF/services/io.smallrye.config.ConfigSourceFactory}.
 *
 * <p>Written here because SmallRye's own source of this kind joins the lines of a file, which no
 * PEM survives, and expands <code>${…}</code> inside a password.
 */
public final class SecretFiles implements ConfigSourceFactory {
  /**
   * The property that names the directory; when the directory is not there, there are no secrets.
   */
  static final String DIRECTORY = "airwitness.secrets";

  private static final String DEFAULT_DIRECTORY = "/var/run/secrets/airwitness/config";
  private static final int BELOW_ENVIRONMENT = 290;
  private static final long MAX_BYTES = 1024 * 1024;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    var configured = context.getValue(DIRECTORY).getValue();
    var directory = Path.of(configured == null ? DEFAULT_DIRECTORY : configured);
    return Files.isDirectory(directory)
        ? List.of(new PropertiesConfigSource(read(directory), "secrets", BELOW_ENVIRONMENT))
        : List.of();
  }

  private static Map<String, String> read(Path directory) {
    var settings = new TreeMap<String, String>();
    try (var files = Files.newDirectoryStream(directory, Files::isRegularFile)) {
      for (Path file : files) {
        settings.put(file.getFileName().toString(), value(file));
      }
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException("The secrets in " + directory + " cannot be read", e);
    }
  }

  private static String value(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException(file + " is larger than " + MAX_BYTES + " bytes, which no secret is");
    }
    var text = Files.readString(file);
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(0, end).replace("${", "\\${");
  }
}
