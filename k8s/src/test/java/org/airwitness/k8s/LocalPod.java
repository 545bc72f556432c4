package org.airwitness.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.airwitness.embedded.DirectoryTree;
import org.airwitness.embedded.FreePort;
import org.airwitness.k8s.Manifests.Workload;

/**
 * Runs the containers of a pod as processes of this machine, with the environment, the arguments
 * and the mounted files its manifest gives. Paths of mounts and addresses of Services are rewritten
 * to where they are here, ports are free ones; nothing else is added.
 */
final class LocalPod implements AutoCloseable {
  private static final String SECRETS = "/var/run/secrets/airwitness";
  private static final String SETTINGS = "/etc/airwitness";

  /** Ports by their names in manifests, with the settings that choose them. */
  private static final Map<String, String> PORTS =
      Map.of(
          "http", "QUARKUS_HTTP_PORT",
          "management", "QUARKUS_MANAGEMENT_PORT",
          "mqtts", "AIRWITNESS_MQTT_TLS_PORT",
          "mqtt", "AIRWITNESS_MQTT_PORT");

  private final Manifests manifests;
  private final Map<String, Map<String, String>> secrets;
  private final Workload workload;
  private final Path directory;
  private final Map<String, String> addresses;
  private final Map<String, Integer> ports = new TreeMap<>();
  private Process process;

  /**
   * Prepares a pod.
   *
   * @param secrets Secrets of the cluster by name
   * @param addresses what stands in for addresses of the cluster
   */
  LocalPod(
      Manifests manifests,
      Workload workload,
      Map<String, Map<String, String>> secrets,
      Map<String, String> addresses)
      throws IOException {
    this.manifests = manifests;
    this.workload = workload;
    this.secrets = secrets;
    this.addresses = addresses;
    container()
        .path("ports")
        .findValuesAsText("name")
        .forEach(name -> ports.put(name, FreePort.find()));
    this.directory = Files.createTempDirectory("pod-" + workload.name());
  }

  /** Starts the container again in the same pod, as a kubelet does when it has died. */
  void restart() throws IOException {
    process = launch(container());
  }

  /** Runs the init containers to their end, then starts the container. */
  void start() throws IOException, InterruptedException {
    for (JsonNode init : workload.spec().path("initContainers")) {
      int code = runToEnd(init);
      if (code != 0) {
        throw new AssertionError(
            "%s ended with %d:%n%s".formatted(init.path("name").asText(), code, log(init)));
      }
    }
    process = launch(container());
  }

  /** Runs the one container of a Job or a test to its end and returns its exit code. */
  int runToEnd() throws IOException, InterruptedException {
    return runToEnd(container());
  }

  int runToEnd(JsonNode container) throws IOException, InterruptedException {
    var running = launch(container);
    if (!running.waitFor(180, TimeUnit.SECONDS)) {
      running.destroyForcibly();
      throw new AssertionError(workload + " does not end:\n" + log(container));
    }
    return running.exitValue();
  }

  /** Runs the first init container to its end and returns its exit code. */
  int migrate() throws IOException, InterruptedException {
    return runToEnd(workload.spec().path("initContainers").get(0));
  }

  JsonNode container() {
    return workload.spec().path("containers").get(0);
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  String log(JsonNode container) throws IOException {
    return Files.readString(logFile(container));
  }

  private Path logFile(JsonNode container) {
    return directory.resolve(container.path("name").asText() + ".log");
  }

  private Process launch(JsonNode container) throws IOException {
    mount(container);
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    // Most live for seconds, on the same cores: quick to start is quick.
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-jar");
    command.add(application(container).toString());
    container.path("args").forEach(argument -> command.add(here(argument.asText(), container)));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(logFile(container).toFile()).directory(directory.toFile());
    builder.environment().clear();
    environment(container)
        .forEach((name, value) -> builder.environment().put(name, here(value, container)));
    builder.environment().put("AIRWITNESS_SECRETS", here(SECRETS + "/config", container));
    builder.environment().putAll(listening(container));
    return builder.start();
  }

  /** Ports are chosen here: several pods share one machine. */
  private Map<String, String> listening(JsonNode container) {
    var listening = new LinkedHashMap<String, String>();
    boolean serves = container.has("ports");
    PORTS.forEach((name, setting) ->
        listening.put(setting, Integer.toString(serves ? ports.getOrDefault(name, 0) : 0)));
    return listening;
  }

  /** The port it listens on here. */
  int port(String name) {
    return ports.get(name);
  }

  String component() {
    return workload.metadata().at("/labels/app.kubernetes.io~1component").asText();
  }

  /** Names of the ports it listens on. */
  Set<String> portNames() {
    return ports.keySet();
  }

  /** The jar the image is made of. */
  static Path application(JsonNode container) {
    String image = container.path("image").asText();
    String name = image.substring(image.lastIndexOf('/') + 1, image.lastIndexOf(':'));
    String module = name.equals("console") ? "console-service" : name;
    return Path.of("..", module, "target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
  }

  private Map<String, String> environment(JsonNode container) {
    var environment = new LinkedHashMap<String, String>();
    for (JsonNode from : container.path("envFrom")) {
      manifests
          .get("ConfigMap", from.at("/configMapRef/name").asText())
          .path("data")
          .properties()
          .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
    }
    container
        .path("env")
        .forEach(
            entry -> environment.put(entry.path("name").asText(), entry.path("value").asText()));
    return environment;
  }

  /** Writes the files of every mount. */
  private void mount(JsonNode container) throws IOException {
    for (JsonNode mount : container.path("volumeMounts")) {
      String path = mount.path("mountPath").asText();
      if (path.equals("/tmp")) {
        continue; // every process here has one
      }
      Path place = Files.createDirectories(root(container).resolve(path.substring(1)));
      for (JsonNode volume : workload.spec().path("volumes")) {
        if (volume.path("name").equals(mount.path("name"))) {
          fill(place, volume);
        }
      }
    }
  }

  private void fill(Path place, JsonNode volume) throws IOException {
    if (volume.has("secret")) {
      files(place, volume.at("/secret/secretName").asText(), volume.at("/secret/items"));
    }
    for (JsonNode source : volume.at("/projected/sources")) {
      files(place, source.at("/secret/name").asText(), source.at("/secret/items"));
    }
    if (volume.has("configMap")) {
      for (var entry :
          manifests
              .get("ConfigMap", volume.at("/configMap/name").asText())
              .path("data")
              .properties()) {
        Files.writeString(place.resolve(entry.getKey()), entry.getValue().asText());
      }
    }
  }

  private void files(Path place, String secret, JsonNode items) throws IOException {
    var content = secrets.get(secret);
    if (content == null) {
      throw new AssertionError(
          workload + " needs the Secret " + secret + ", which nobody has made");
    }
    var names = new TreeMap<String, String>();
    if (items.isMissingNode()) {
      content.keySet().forEach(key -> names.put(key, key));
    }
    items.forEach(item -> names.put(item.path("key").asText(), item.path("path").asText()));
    for (var name : names.entrySet()) {
      if (!content.containsKey(name.getKey())) {
        throw new AssertionError("Secret " + secret + " has no key " + name.getKey());
      }
      Files.writeString(place.resolve(name.getValue()), content.get(name.getKey()));
    }
  }

  private String here(String text, JsonNode container) {
    String root = root(container).toString();
    String result = text.replace(SECRETS, root + SECRETS).replace(SETTINGS, root + SETTINGS);
    for (var address : addresses.entrySet()) {
      result = result.replace(address.getKey(), address.getValue());
    }
    return result;
  }

  /** What is the root directory to the container. */
  private Path root(JsonNode container) {
    return directory.resolve("root-" + container.path("name").asText());
  }

  /** Ends it without a word. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Seconds the manifest lets it serve on before it is told to end. */
  int preStopSeconds() {
    return container().at("/lifecycle/preStop/sleep/seconds").asInt();
  }

  /** Ends it as Kubernetes does, and says how long it took. */
  long stopMillis() throws InterruptedException {
    long began = System.nanoTime();
    process.destroy();
    if (!process.waitFor(
        workload.spec().path("terminationGracePeriodSeconds").asLong(), TimeUnit.SECONDS)) {
      throw new AssertionError(workload + " outlives its grace period");
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  @Override
  public void close() throws IOException {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
    DirectoryTree.delete(directory);
  }
}
