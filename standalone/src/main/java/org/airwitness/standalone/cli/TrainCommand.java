package org.airwitness.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.airwitness.embedded.DirectoryTree;
import org.airwitness.embedded.FreePort;
import org.airwitness.standalone.Installation;
import org.airwitness.standalone.LocalSystem;
import org.airwitness.standalone.SystemOptions;
import picocli.CommandLine.Command;

/**
 * Records the ahead-of-time caches: starts a temporary system once, uses it a little, and ends it.
 * The launcher script calls it after a build.
 */
@Command(name = "train", hidden = true, description = "Records what makes later starts short.")
final class TrainCommand implements Callable<Integer> {

  @Override
  public Integer call() throws IOException, InterruptedException {
    var installation = Installation.ofThisProcess();
    installation.requireServices();
    installation.deleteAotCaches();
    var data = Files.createTempDirectory("airwitness-train-");
    try (var system = LocalSystem.over(options(data), line -> {})) {
      Runtime.getRuntime().addShutdownHook(new Thread(system::close));
      system.start(line -> {});
    } catch (IOException | InterruptedException | RuntimeException e) {
      installation.deleteAotCaches(); // what half a start has recorded would count as whole
      throw e;
    } finally {
      DirectoryTree.delete(data);
    }
    return 0;
  }

  private static SystemOptions options(Path data) {
    return new SystemOptions(
        "127.0.0.1", FreePort.find(), FreePort.find(), data, Installation.SERVICES, true, true);
  }
}
