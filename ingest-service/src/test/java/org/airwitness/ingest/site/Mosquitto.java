package org.airwitness.ingest.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Mosquitto of the operating system, with a user and a password. */
final class Mosquitto extends SiteProgram {
  private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

  /** Whether it is there; Debian's package is {@code mosquitto}. */
  static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  @Override
  List<String> command() throws IOException {
    Path passwords = directory.resolve("passwords");
    Path configuration = directory.resolve("mosquitto.conf");
    if (!Files.exists(configuration)) {
      setPassword(passwords);
      Files.writeString(
          configuration,
          """
          listener %d 127.0.0.1
          allow_anonymous false
          password_file %s
          persistence true
          persistence_location %s/
          max_queued_messages 100000
          """
              .formatted(port, passwords, directory));
    }
    return List.of(PROGRAM.toString(), "-c", configuration.toString());
  }

  private static void setPassword(Path passwords) throws IOException {
    try {
      new ProcessBuilder("mosquitto_passwd", "-b", "-c", passwords.toString(), USERNAME, PASSWORD)
          .inheritIO()
          .start()
          .onExit()
          .get();
      passwords.toFile().setReadable(true, false);
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IOException("mosquitto_passwd failed", e);
    }
  }
}
