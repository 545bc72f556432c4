package org.airwitness.console;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.airwitness.console.command.Commands;

/**
 * Without arguments the console's server; with arguments one command, whose result is the exit
 * code.
 */
@QuarkusMain
public class Main implements QuarkusApplication {
  private final Commands commands;

  Main(Commands commands) {
    this.commands = commands;
  }

  @Override
  public int run(String... arguments) {
    if (arguments.length > 0) {
      return commands.run(arguments);
    }
    Quarkus.waitForExit();
    return 0;
  }
}
