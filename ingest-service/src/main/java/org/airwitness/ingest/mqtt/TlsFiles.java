package org.airwitness.ingest.mqtt;

import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;

/** The listener's own certificate and key, in files that may be replaced while it runs. */
final class TlsFiles {
  private final Path certificate;
  private final Path key;
  private List<FileTime> read;

  TlsFiles(Path certificate, Path key) throws IOException {
    this.certificate = certificate;
    this.key = key;
    this.read = changed();
  }

  /** Makes a listener one of TLS 1.3 and 1.2 that asks for certificates and takes any. */
  NetServerOptions secure(NetServerOptions options) {
    return options
        .setSsl(true)
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"))
        .setKeyCertOptions(keyAndCertificate())
        .setClientAuth(ClientAuth.REQUEST)
        .setTrustOptions(TrustOptions.wrap(new ClientCertificates()));
  }

  private PemKeyCertOptions keyAndCertificate() {
    return new PemKeyCertOptions().addCertPath(certificate.toString()).addKeyPath(key.toString());
  }

  /** Whether a file was replaced since this was last asked. */
  boolean wereReplaced() throws IOException {
    List<FileTime> now = changed();
    boolean replaced = !now.equals(read);
    read = now;
    return replaced;
  }

  private List<FileTime> changed() throws IOException {
    return List.of(Files.getLastModifiedTime(certificate), Files.getLastModifiedTime(key));
  }
}
