package org.airwitness.standalone;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.airwitness.standalone.supervise.ProcessIdentity;

/**
 * What another command of the same user needs to reach a running system: the file {@code
 * <port>.json} in a directory that only this user can open. It holds the secret of the control
 * endpoint.
 *
 * @param port HTTP port of the gateway
 * @param mqttPort port for sensors
 * @param controlPort port of the control endpoint on 127.0.0.1
 * @param secret bearer secret of the control endpoint
 * @param data data directory
 * @param launcher the process that runs the system
 */
public record RunFile(
    int port, int mqttPort, int controlPort, String secret, Path data, ProcessIdentity launcher) {

  /** The directory of this user's run files; tests move it. */
  public static Path directory() {
    var set = System.getProperty("airwitness.run-directory");
    return set == null
        ? Path.of(System.getProperty("user.home"), ".airwitness", "run")
        : Path.of(set);
  }

  /**
   * The system that runs on the port.
   *
   * @throws Usage when none does
   */
  public static RunFile ofPort(int port) {
    return find(directory(), port)
        .orElseThrow(() ->
            new Usage(
                "No Airwitness of this user runs on port %d. Start one with ./airwitness up, or"
                        .formatted(port)
                    + " name its port with --port."));
  }

  /** The living system of that port. */
  static Optional<RunFile> find(Path directory, int port) {
    return read(directory.resolve(port + ".json"));
  }

  /** The living system that uses the data directory. */
  static Optional<RunFile> findByData(Path directory, Path data) {
    return list(directory).stream().filter(run -> run.data.equals(data)).findFirst();
  }

  private static List<RunFile> list(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var files = Files.list(directory)) {
      return files.map(RunFile::read).flatMap(Optional::stream).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<RunFile> read(Path file) {
    if (!Files.isReadable(file) || !file.toString().endsWith(".json")) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(new JsonObject(Files.readString(file))))
          .filter(run -> run.launcher.findLiving().isPresent());
    } catch (IOException | DecodeException | NullPointerException e) {
      return Optional.empty(); // half written by a killed process
    }
  }

  private static RunFile of(JsonObject json) {
    return new RunFile(
        json.getInteger("port"),
        json.getInteger("mqttPort"),
        json.getInteger("controlPort"),
        json.getString("secret"),
        Path.of(json.getString("data")),
        new ProcessIdentity(json.getLong("pid"), json.getLong("startedAtMs")));
  }

  /** Writes the file, readable by this user only; it replaces one of a dead system. */
  void write(Path directory) throws IOException {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var draft = Files.createTempFile(directory, ".run-", ".tmp", ownerOnly);
    Files.writeString(draft, json().encodePrettily());
    Files.move(
        draft,
        directory.resolve(port + ".json"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private JsonObject json() {
    return new JsonObject()
        .put("port", port)
        .put("mqttPort", mqttPort)
        .put("controlPort", controlPort)
        .put("secret", secret)
        .put("data", data.toString())
        .put("pid", launcher.pid())
        .put("startedAtMs", launcher.startedAtMs());
  }

  /** Removes the file of a system that ends. */
  void delete(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve(port + ".json"));
  }

  /** Hides the secret. */
  @Override
  public String toString() {
    return "RunFile[port " + port + ", data " + data + ", " + launcher + "]";
  }
}
