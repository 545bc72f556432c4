package org.airwitness.standalone.cli;

import org.airwitness.standalone.RunFile;
import picocli.CommandLine.Option;

/** The option by which a command names the running system it speaks to. */
final class SystemPort {

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "PORT",
      description = "HTTP port of the running system (default: ${DEFAULT-VALUE}).")
  private int port;

  RunFile running() {
    return RunFile.ofPort(port);
  }
}
