package org.airwitness.standalone.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/**
 * The key that signs the tokens of this machine: made once, kept in a file that only its owner can
 * read. The key which the library brings along is public and would let anyone sign.
 */
final class SigningKey {

  private SigningKey() {}

  static RSAKey kept(Path file) throws IOException {
    try {
      if (Files.exists(file)) {
        return RSAKey.parse(Files.readString(file));
      }
      var key = new RSAKeyGenerator(2048).generate();
      write(file, key.toJSONString());
      return key;
    } catch (JOSEException | ParseException e) {
      throw new IOException("Cannot make or read the signing key " + file, e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".key-", "", ownerOnly);
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
