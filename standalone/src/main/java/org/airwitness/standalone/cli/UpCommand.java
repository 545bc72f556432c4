package org.airwitness.standalone.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.airwitness.standalone.Installation;
import org.airwitness.standalone.LocalSystem;
import org.airwitness.standalone.SystemOptions;
import org.airwitness.standalone.Usage;
import org.airwitness.standalone.demo.Demonstration;
import org.airwitness.standalone.identity.DemoAccount;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything, flies the demonstration, and stays until it is told to end. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Starts Airwitness on this machine: Kafka, PostgreSQL, an OpenID provider, the four services,"
          + " and one HTTP port in front of them.",
      "Prints the line 'ready' when everything answers. Ctrl-C ends everything."
    })
final class UpCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "PORT",
      description = "HTTP port (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--mqtt-port",
      defaultValue = "1883",
      paramLabel = "PORT",
      description = "MQTT port for sensors (default: ${DEFAULT-VALUE}).")
  private int mqttPort;

  @Option(
      names = "--bind",
      defaultValue = "127.0.0.1",
      paramLabel = "ADDRESS",
      description =
          "Local address of both ports (default: ${DEFAULT-VALUE}). With 0.0.0.0 other machines"
              + " reach them; the demonstration accounts have no passwords.")
  private String address = "127.0.0.1";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Where everything is kept (default: $XDG_DATA_HOME/airwitness if set, else"
              + " ~/.airwitness/data).")
  private @Nullable Path data;

  @Option(names = "--headless", description = "Serve the interfaces without the console page.")
  private boolean headless;

  @Option(names = "--no-demo", description = "Start without simulated sensors and drones.")
  private boolean noDemo;

  @Option(names = "--services", hidden = true, split = ",", description = "Only these services.")
  private List<String> services = Installation.SERVICES;

  @Option(
      names = "--until-input-ends",
      hidden = true,
      description = "End with the process that holds the other end of standard input.")
  private boolean untilInputEnds;

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Installation.ofThisProcess().requireServices();
    var directory = (data == null ? DataDirectory.ofThisUser() : data).toAbsolutePath().normalize();
    var system =
        LocalSystem.over(
            new SystemOptions(address, port, mqttPort, directory, services, !headless, false),
            UpCommand::notice);
    var ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(system::close, "shutdown"));
    if (untilInputEnds) {
      Thread.ofPlatform().daemon().name("input").start(UpCommand::endWithInput);
    }
    try {
      system.start(line -> out.println("  " + line));
    } catch (IOException | InterruptedException | RuntimeException e) {
      system.close();
      throw e;
    }
    announce();
    if (!noDemo) {
      fly(system);
    }
    ended.await();
    return 0;
  }

  private static void endWithInput() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      notice("Standard input cannot be read any more: " + e.getMessage());
    }
    System.exit(0);
  }

  private void fly(LocalSystem system) {
    try {
      Demonstration.fly(
          system.vertx(),
          port,
          mqttPort,
          (agency, roles) ->
              system.identity().issueToken("demonstration", agency, roles, Duration.ofHours(1)),
          UpCommand::notice);
      out.println("The demonstration is in the air.");
    } catch (Usage e) {
      notice("The demonstration does not fly: " + e.getMessage());
    }
  }

  private static void notice(String line) {
    System.err.println("airwitness: " + line);
  }

  private void announce() {
    out.println();
    out.println("Airwitness " + Installation.version());
    out.printf("  %s  http://localhost:%d%n", headless ? "API     " : "Console ", port);
    out.printf("  MQTT      localhost:%d%n", mqttPort);
    out.println("  Accounts  (no password; choose one on the sign-in page)");
    for (var account : DemoAccount.ALL) {
      out.printf(
          "            %-13s %s%s%n",
          account.username(),
          account.title(),
          account.agency() == null ? "" : " of " + account.agency());
    }
    out.println("  Ctrl-C ends everything.");
    out.println("ready");
    out.flush();
  }
}
