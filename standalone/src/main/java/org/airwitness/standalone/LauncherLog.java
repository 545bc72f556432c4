package org.airwitness.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Where the launcher's own libraries log: a file of the run instead of the terminal, which belongs
 * to the person in front of it.
 */
final class LauncherLog {

  private static final Logger ROOT = Logger.getLogger("");
  private static final int LIMIT_BYTES = 10 * 1024 * 1024;

  private LauncherLog() {}

  /** Sends warnings to {@code standalone.log} in the directory, at most two files of 10 MB. */
  static void to(Path directory) throws IOException {
    Files.createDirectories(directory);
    for (Handler handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
    }
    var file = directory.resolve("standalone.log").toString().replace("%", "%%");
    var handler = new FileHandler(file, LIMIT_BYTES, 1, true);
    handler.setFormatter(new SimpleFormatter());
    handler.setLevel(Level.WARNING);
    ROOT.addHandler(handler);
  }
}
