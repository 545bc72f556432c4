package org.airwitness.systemtests.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.airwitness.embedded.FreePort;

/** Mosquitto of the operating system, as a site may run it. */
public final class SiteBroker implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

  private final int port = FreePort.find();
  private final Process process;

  private SiteBroker() throws IOException {
    Path configuration = Files.createTempFile("airwitness-", ".conf");
    Files.writeString(
        configuration,
        """
        listener %d 127.0.0.1
        allow_anonymous true
        max_queued_messages 100000
        """
            .formatted(port));
    process =
        new ProcessBuilder(PROGRAM.toString(), "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  public static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  public static SiteBroker start() {
    try {
      SiteBroker broker = new SiteBroker();
      TimeLimit.eventually(15).until(broker::accepts);
      return broker;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean accepts() {
    try (var socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
