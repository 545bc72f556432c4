package org.airwitness.ingest.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.airwitness.embedded.DirectoryTree;
import org.airwitness.embedded.FreePort;
import org.awaitility.Awaitility;

/** The broker of a site: a process of its own with a port and a directory it keeps when killed. */
abstract class SiteProgram implements AutoCloseable {
  static final String USERNAME = "airwitness";
  static final String PASSWORD = "site secret";

  final int port = FreePort.find();
  final Path directory;
  private Process process;

  SiteProgram() {
    try {
      directory = Files.createTempDirectory("airwitness-site");
      // Mosquitto gives up root for a user of its own.
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command, after whatever it needs has been written. */
  abstract List<String> command() throws IOException;

  final SiteProgram start() {
    try {
      process =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(directory.resolve("output.log").toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::accepts);
    return this;
  }

  private boolean accepts() {
    try (var socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Ends it as kill -9 does. */
  final void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public final void close() {
    if (process != null) {
      kill();
    }
    try {
      DirectoryTree.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
