package org.airwitness.console.command;

import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jboss.logging.Logger;

/** The commands by name. */
@ApplicationScoped
public class Commands {
  private static final Logger LOG = Logger.getLogger(Commands.class);

  /** The TLS configuration with the provider's authority, named as in the services. */
  private static final String PROVIDER = "oidc";

  private final Topics topics;
  private final TlsConfigurationRegistry tls;

  Commands(Topics topics, TlsConfigurationRegistry tls) {
    this.topics = topics;
    this.tls = tls;
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
        case "apply" ->
            new Apply(rest(), Options.parse(arguments, Set.of("api", "oidc", "secrets"))).run();
        case "check" ->
            new Check(
                    rest(),
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

  /** HTTP that trusts the authority of the provider, or whom the JDK trusts when none is named. */
  private Rest rest() {
    try {
      var named = tls.get(PROVIDER);
      return new Rest(named.isPresent() ? named.get().createSSLContext() : SSLContext.getDefault());
    } catch (Exception e) { // thrown by createSSLContext
      throw new CommandException("The provider's authority cannot be read: " + e.getMessage(), e);
    }
  }
}
