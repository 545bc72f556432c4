package org.airwitness.standalone.cli;

import java.nio.file.Path;

/** Where the data of this user lie when no directory is named. */
final class DataDirectory {

  private DataDirectory() {}

  static Path ofThisUser() {
    var xdg = System.getenv("XDG_DATA_HOME");
    return xdg == null || xdg.isBlank()
        ? Path.of(System.getProperty("user.home"), ".airwitness", "data")
        : Path.of(xdg, "airwitness");
  }
}
