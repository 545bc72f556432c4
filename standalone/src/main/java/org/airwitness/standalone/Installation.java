package org.airwitness.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The built project this launcher belongs to, and how its services are run.
 *
 * @param root directory with the service modules
 */
public record Installation(Path root) {

  /** The services in the order of the flow. */
  public static final List<String> SERVICES = List.of("ingest", "track", "zone", "alert");

  /** The installation named by the launcher script, or the working directory. */
  public static Installation ofThisProcess() {
    return new Installation(Path.of(System.getProperty("airwitness.root", "")).toAbsolutePath());
  }

  /** Where the packaged service lies; its program is {@code quarkus-run.jar}. */
  public Path application(String service) {
    return root.resolve(service + "-service").resolve("target").resolve("quarkus-app");
  }

  /** The console's files, unpacked by the build; absent when it was not built. */
  public Path console() {
    return root.resolve("standalone/target/console/META-INF/resources");
  }

  /** The program with the benchmarks of the libraries. */
  public Path benchmarks() {
    return root.resolve("benchmarks/target/airwitness-benchmarks.jar");
  }

  /** Where the tests look for recordings and zones of others; need not exist. */
  public Path testData() {
    return root.resolveSibling("shared").resolve("data");
  }

  /** The ahead-of-time cache of the service, which makes its start shorter when it exists. */
  public Path aotCache(String service) {
    return application(service).resolveSibling("airwitness.aot");
  }

  /** Whether that cache belongs to the service as it is packaged now. */
  public boolean hasAotCache(String service) {
    return isNewer(aotCache(service), application(service).resolve("quarkus-run.jar"));
  }

  /** Forgets the caches of all services, which then start without. */
  public void deleteAotCaches() throws IOException {
    for (var service : SERVICES) {
      Files.deleteIfExists(aotCache(service));
    }
  }

  private static boolean isNewer(Path file, Path than) {
    return Files.exists(file) && file.toFile().lastModified() >= than.toFile().lastModified();
  }

  /**
   * Checks that every service is packaged.
   *
   * @throws Usage naming those that are not
   */
  public void requireServices() {
    var missing =
        SERVICES.stream()
            .filter(service -> !Files.exists(application(service).resolve("quarkus-run.jar")))
            .map(service -> service + "-service")
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new Usage(
          "Not built: " + missing + ". Run ./airwitness up in the project, which builds them.");
    }
  }

  /**
   * The command that runs a service in its {@link #application} directory.
   *
   * @param training record a new ahead-of-time cache instead of using one
   */
  public List<String> command(String service, boolean training) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            // A cache that does not fit is no news: the service starts without it.
            "-Xlog:disable",
            "-Xlog:all=error:stderr"));
    if (training) {
      // Writing the cache needs more room than the service ever does.
      command.addAll(List.of("-Xmx768m", "-XX:AOTCacheOutput=" + aotCache(service)));
    } else {
      command.addAll(List.of("-Xms64m", "-Xmx192m", "-XX:MaxMetaspaceSize=128m"));
      command.add("-XX:ReservedCodeCacheSize=64m");
      // Else Netty takes as much again as the heap when many sensors send at once.
      command.add("-XX:MaxDirectMemorySize=64m");
      if (hasAotCache(service)) {
        command.add("-XX:AOTCache=" + aotCache(service));
      }
    }
    command.add("-jar");
    command.add("quarkus-run.jar");
    return command;
  }

  /** The version of this build. */
  public static String version() {
    var version = Installation.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
