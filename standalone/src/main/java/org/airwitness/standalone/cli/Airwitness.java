package org.airwitness.standalone.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.airwitness.embedded.EngineException;
import org.airwitness.standalone.Installation;
import org.airwitness.standalone.Usage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line of Airwitness. */
@Command(
    name = "airwitness",
    description = "The open drone-detection network on one machine.",
    mixinStandardHelpOptions = true,
    versionProvider = Airwitness.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      TokenCommand.class,
      StatusCommand.class,
      ReplayCommand.class,
      BenchCommand.class,
      TrainCommand.class
    })
public final class Airwitness {

  private static final Logger ROOT = Logger.getLogger("");

  private Airwitness() {}

  /** Runs one sub-command and exits with 0 when it did what was asked. */
  public static void main(String[] arguments) {
    ROOT.setLevel(Level.WARNING);
    var line =
        new CommandLine(new Airwitness())
            .setExecutionExceptionHandler(Airwitness::report)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpAutoWidth(true);
    System.exit(line.execute(arguments));
  }

  private static int report(Exception e, CommandLine line, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof Usage || e instanceof EngineException) {
      line.getErr().println("airwitness: " + e.getMessage());
      return 1;
    }
    throw e;
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"airwitness " + Installation.version()};
    }
  }
}
