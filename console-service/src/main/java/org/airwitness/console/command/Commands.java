package org.airwitness.console.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.logging.Logger;

/** The commands by name. */
@ApplicationScoped
public class Commands {
  private static final Logger LOG = Logger.getLogger(Commands.class);

  private final Topics topics;

  Commands(Topics topics) {
    this.topics = topics;
  }

  /**
   * Runs one command.
   *
   * @param arguments its name and its options
   * @return the exit code: 0 done, 1 not done, 2 wrongly asked for
   */
  public int run(String... arguments) {
    try {
      switch (arguments[0]) {
        case "topics" ->
            topics.create(
                Options.parse(arguments, Set.of("partitions", "replication", "retention-hours")));
        case "apply" -> new Apply(Options.parse(arguments, Set.of("api", "oidc", "secrets"))).run();
        case "check" ->
            new Check(
                    Options.parse(
                        arguments, Set.of("api", "mqtt", "oidc", "ready", "agency", "platform")))
                .run();
        default -> {
          LOG.errorf("No such command: %s; there are topics, apply, check", arguments[0]);
          return 2;
        }
      }
      return 0;
    } catch (CommandException e) {
      LOG.errorf(e.getCause(), "%s: %s", arguments[0], e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.errorf("%s was interrupted", arguments[0]);
      return 1;
    }
  }
}
