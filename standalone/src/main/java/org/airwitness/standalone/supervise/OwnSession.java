package org.airwitness.standalone.supervise;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Whether {@code setsid} can give children a session of their own (Linux; macOS has none). */
final class OwnSession {

  static final boolean AVAILABLE = find();

  private OwnSession() {}

  private static boolean find() {
    var path = System.getenv("PATH");
    return path != null
        && Arrays.stream(path.split(File.pathSeparator))
            .filter(entry -> !entry.isBlank())
            .anyMatch(entry -> Files.isExecutable(Path.of(entry, "setsid")));
  }
}
