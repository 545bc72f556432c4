package org.airwitness.ingest.site;

import java.nio.file.Path;
import java.util.List;

/** HiveMQ Community Edition, from the module {@code test-broker}. */
final class HiveMqProcess extends SiteProgram {
  @Override
  List<String> command() {
    Path built = Path.of(System.getProperty("airwitness.test-broker"));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-cp",
        built.resolve("classes") + ":" + built.resolve("lib") + "/*",
        "org.airwitness.testbroker.HiveMq",
        Integer.toString(port),
        directory.toString());
  }
}
