package org.airwitness.standalone.cli;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.airwitness.standalone.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what runs: processes, ports, versions, and how far each consumer is behind. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows processes, ports, versions and lag of the running system.")
final class StatusCommand implements Callable<Integer> {

  @Mixin private SystemPort port = new SystemPort();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var control = new ControlClient(port.running())) {
      var status = control.status();
      if (json) {
        System.out.println(status.encodePrettily());
      } else {
        print(status);
      }
    }
    return 0;
  }

  private static void print(JsonObject status) {
    System.out.printf(
        "Airwitness %s  port %d  mqtt %d  data %s%n%n",
        status.getString("version"),
        status.getInteger("port"),
        status.getInteger("mqttPort"),
        status.getString("data"));
    System.out.printf(
        "%-11s %8s %6s %9s %9s  %s%n", "process", "pid", "port", "up", "restarts", "version");
    for (var row : status.getJsonArray("processes")) {
      printProcess((JsonObject) row);
    }
    System.out.println();
    System.out.printf("%-8s %-24s %-32s %9s%n", "service", "consumer", "topic", "lag");
    for (var row : status.getJsonArray("lag")) {
      printLag((JsonObject) row);
    }
  }

  private static void printProcess(JsonObject row) {
    var pid = row.getLong("pid");
    System.out.printf(
        "%-11s %8s %6d %9s %9d  %s%n",
        row.getString("name"),
        pid == 0 ? "down" : pid.toString(),
        row.getInteger("port"),
        span(row.getLong("uptimeSeconds")),
        row.getInteger("restarts"),
        row.getString("version"));
  }

  private static void printLag(JsonObject row) {
    if (row.containsKey("error")) {
      System.out.println(row.getString("error"));
      return;
    }
    System.out.printf(
        "%-8s %-24s %-32s %9d%n",
        row.getString("service"),
        row.getString("consumer"),
        row.getString("topic"),
        row.getLong("records"));
  }

  private static String span(long seconds) {
    var duration = Duration.ofSeconds(seconds);
    return "%d:%02d:%02d"
        .formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
  }
}
