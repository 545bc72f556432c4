package org.airwitness.k8s;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that nobody knows but whom it is given to. */
final class Authority {
  private static final X500Principal NAME = new X500Principal("CN=Authority of the test");
  private static final Duration VALID = Duration.ofDays(2);

  private final KeyPair keys = keyPair();
  private final X509Certificate certificate = sign(NAME, keys, List.of(), true);

  /** A certificate with its key, both PEM; the key is PKCS#8. */
  record Identity(PrivateKey key, X509Certificate certificate, X509Certificate issuer) {
    String keyPem() {
      return pem("PRIVATE KEY", key.getEncoded());
    }

    String certificatePem() {
      return Authority.pem(certificate);
    }

    /** Writes both as PKCS#12. */
    Path store(Path file, String password) throws IOException, GeneralSecurityException {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "server", key, password.toCharArray(), new Certificate[] {certificate, issuer});
      try (var out = Files.newOutputStream(file)) {
        store.store(out, password.toCharArray());
      }
      return file;
    }
  }

  /** What others trust, PEM. */
  String pem() {
    return pem(certificate);
  }

  /**
   * Gives a certificate.
   *
   * @param commonName its subject
   * @param names host names and IPv4 addresses it is valid for
   */
  Identity identify(String commonName, String... names) {
    var own = keyPair();
    var subject = new X500Principal("CN=" + commonName);
    return new Identity(own.getPrivate(), sign(subject, own, List.of(names), false), certificate);
  }

  private X509Certificate sign(
      X500Principal subject, KeyPair own, List<String> names, boolean isAuthority) {
    var now = Instant.now();
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              NAME,
              new BigInteger(64, new java.security.SecureRandom()),
              Date.from(now.minusSeconds(60)),
              Date.from(now.plus(VALID)),
              subject,
              own.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
      if (!names.isEmpty()) {
        var alternatives =
            names.stream()
                .map(name ->
                    new GeneralName(
                        Character.isDigit(name.charAt(0))
                            ? GeneralName.iPAddress
                            : GeneralName.dNSName,
                        name))
                .toArray(GeneralName[]::new);
        builder.addExtension(
            Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
      }
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keyPair() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(X509Certificate certificate) {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String type, byte[] content) {
    var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(type, base64);
  }
}
