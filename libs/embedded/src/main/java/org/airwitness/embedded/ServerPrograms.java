package org.airwitness.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How the programs of PostgreSQL are called on this machine. They refuse to run as root, so root
 * calls them in a user namespace of their own ({@code unshare -U}), which needs no other user on
 * the machine. They also get a session of their own where {@code setsid} exists: a Ctrl-C at the
 * terminal is then the launcher's to handle, in its own order.
 */
final class ServerPrograms {

  private final Path home;
  private final List<String> prefix;

  private ServerPrograms(Path home, List<String> prefix) {
    this.home = home;
    this.prefix = prefix;
  }

  static ServerPrograms ofThisMachine() throws IOException {
    var prefix = new ArrayList<String>();
    if (succeeds("setsid", "--version")) {
      prefix.add("setsid");
    }
    if (isRoot()) {
      if (!succeeds("unshare", "-U", "true")) {
        throw new EngineException(
            "PostgreSQL does not run as root, and this machine allows no user namespace"
                + " (unshare -U). Run as an ordinary user.");
      }
      prefix.addAll(List.of("unshare", "-U"));
    }
    return new ServerPrograms(PostgresBinaries.unpacked(), List.copyOf(prefix));
  }

  /** The command line of one program; {@code arguments} follow its name. */
  List<String> command(String program, List<String> arguments) {
    var command = new ArrayList<>(prefix);
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  private static boolean isRoot() throws IOException {
    return Files.exists(Path.of("/proc/self"))
        && Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
  }

  private static boolean succeeds(String... command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
