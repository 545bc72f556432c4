package org.airwitness.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Generated passwords by role name, kept in a file that only its owner can read. */
final class Passwords {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final Map<String, String> byRole = new TreeMap<>();

  Passwords(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      for (var line : Files.readAllLines(file)) {
        int separator = line.indexOf('=');
        byRole.put(line.substring(0, separator), line.substring(separator + 1));
      }
    }
  }

  /** The password of the role: the kept one, or a new one of 128 random bits which is kept. */
  synchronized String of(String role) throws IOException {
    var known = byRole.get(role);
    if (known != null) {
      return known;
    }
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    var fresh = HexFormat.of().formatHex(bytes);
    byRole.put(role, fresh);
    save();
    return fresh;
  }

  private void save() throws IOException {
    var text =
        byRole.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining());
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var draft =
        Files.createTempFile(file.toAbsolutePath().getParent(), ".passwords-", "", ownerOnly);
    Files.writeString(draft, text, StandardCharsets.UTF_8);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
