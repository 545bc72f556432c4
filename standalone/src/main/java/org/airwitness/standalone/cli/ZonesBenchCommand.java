package org.airwitness.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.airwitness.standalone.Installation;
import org.airwitness.standalone.Usage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast fixes are checked against zones. */
@Command(
    name = "zones",
    mixinStandardHelpOptions = true,
    description = {
      "One core checking fixes of 500 drones against 10,000 and 100,000 zones: time and bytes"
          + " allocated per fix, time and heap of the index, beside JTS in the same run, which must"
          + " find the same zones. Takes some minutes and up to 4 GB of memory."
    })
final class ZonesBenchCommand implements Callable<Integer> {

  @Option(
      names = "--zones",
      paramLabel = "DIR",
      defaultValue = "${env:AIRWITNESS_ZONES}",
      description = {
        "Directory with published zones in ed269/, ed318/ and geojson/, which are copied until there"
            + " are enough. Otherwise AIRWITNESS_ZONES, otherwise the one that the tests use; when"
            + " there is none, zones of the same sizes are invented."
      })
  private @Nullable Path zones;

  @Option(names = "--json", description = "Print the figures as one line of JSON at the end.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<String> jvm = new ArrayList<>(List.of("-Xmx2g", "-XX:+UseSerialGC"));
    Path ofTests = Installation.ofThisProcess().testData().resolve("zones");
    if (zones != null && !Files.isDirectory(zones)) {
      throw new Usage("No such directory: " + zones + ". --zones names one with zone files.");
    }
    if (zones != null || Files.isDirectory(ofTests)) {
      jvm.add("-Dairwitness.zones=" + (zones == null ? ofTests : zones).toAbsolutePath());
    }
    return LibraryBenchmark.run("org.airwitness.benchmarks.zones.ZonesBenchMain", jvm, json);
  }
}
