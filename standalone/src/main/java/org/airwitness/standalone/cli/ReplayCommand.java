package org.airwitness.standalone.cli;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.airwitness.standalone.ControlClient;
import org.airwitness.standalone.RunFile;
import org.airwitness.standalone.Usage;
import org.airwitness.standalone.api.ApiClient;
import org.airwitness.standalone.feed.RecordingFormat;
import org.airwitness.standalone.feed.Replay;
import org.airwitness.standalone.feed.SensorAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes a recording to the running system as one of its sensors. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes recorded sensor messages to the running system over MQTT with QoS 1, keeping their"
          + " pace, and waits until all are acknowledged.",
      "Formats: dronescout (JSON objects one after the other, or an array), native (batches),"
          + " frames (one received frame per line, put into native batches)."
    })
final class ReplayCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The recording.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "dronescout, native or frames.")
  private RecordingFormat format = RecordingFormat.NATIVE;

  @Option(
      names = "--sensor",
      required = true,
      paramLabel = "ID",
      description = "Sensor to publish as: its id, or id@agency.")
  private String sensor = "";

  @Option(
      names = "--agency",
      paramLabel = "ID",
      description =
          "Agency of the sensor. Not needed when --sensor is id@agency, or when only one agency has"
              + " a sensor of that id.")
  private @Nullable String agency;

  @Option(
      names = "--password",
      required = true,
      paramLabel = "P",
      description = "The sensor's password, shown when it was created.")
  private String password = "";

  @Option(
      names = "--speed",
      defaultValue = "1",
      paramLabel = "N|max",
      description = "How many times faster than recorded; max makes no pauses (default: 1).")
  private String speed = "1";

  @Mixin private SystemPort port = new SystemPort();

  @Override
  public Integer call() throws InterruptedException {
    if (!Files.isReadable(file)) {
      throw new Usage("Cannot read the file " + file);
    }
    var run = port.running();
    var vertx = Vertx.vertx();
    try {
      var outcome = new Replay(vertx, address(run)).run(file, format, speed());
      System.out.printf(
          "sent %d, acknowledged %d, reconnects %d%n",
          outcome.sent(), outcome.acknowledged(), outcome.reconnects());
      return outcome.sent() == outcome.acknowledged() ? 0 : 1;
    } finally {
      vertx.close();
    }
  }

  private double speed() {
    if (speed.equals("max")) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      var times = Double.parseDouble(speed);
      if (times > 0) {
        return times;
      }
    } catch (NumberFormatException e) {
      throw new Usage("--speed is a number greater than 0, or max; was " + speed, e);
    }
    throw new Usage("--speed is a number greater than 0, or max; was " + speed);
  }

  private SensorAddress address(RunFile run) {
    int at = sensor.indexOf('@');
    var id = at < 0 ? sensor : sensor.substring(0, at);
    var owner = at < 0 ? agency : sensor.substring(at + 1);
    return new SensorAddress(
        "127.0.0.1", run.mqttPort(), id, owner == null ? findOwner(run, id) : owner, password);
  }

  /** The only agency with a sensor of that id. */
  private static String findOwner(RunFile run, String id) {
    try (var control = new ControlClient(run);
        var http = HttpClient.newHttpClient()) {
      var owners = new ArrayList<String>();
      for (var candidate : agencies(run, control, http)) {
        var token = control.token(candidate, List.of("agency-admin"));
        if (new ApiClient(http, run.port(), token).find("/sensors/" + id) != null) {
          owners.add(candidate);
        }
      }
      if (owners.size() == 1) {
        return owners.getFirst();
      }
      throw new Usage(
          owners.isEmpty()
              ? "No agency has a sensor " + id
              : "Several agencies have a sensor " + id + ": " + owners + ". Choose with --agency.");
    }
  }

  private static List<String> agencies(RunFile run, ControlClient control, HttpClient http) {
    var token = control.token(null, List.of("platform-admin"));
    var page = new ApiClient(http, run.port(), token).get("/agencies?limit=1000");
    return page.getJsonArray("items").stream()
        .map(item -> ((JsonObject) item).getString("id"))
        .toList();
  }
}
