package org.airwitness.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.airwitness.embedded.FreePort;
import org.airwitness.ingest.testing.RawMqtt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The listener with TLS, with certificates made by the JDK's keytool. */
class TlsListenerTest {
  private static final String PASSWORD = OpenListener.PASSWORD.text();
  private static final String ROOF = OpenListener.ROOF.username();

  @TempDir Path directory;
  private Pem server;

  /** A certificate and its key in PEM files. */
  private record Pem(X509Certificate certificate, Path certificateFile, Path keyFile) {
    PemKeyCertOptions options() {
      return new PemKeyCertOptions()
          .addCertPath(certificateFile.toString())
          .addKeyPath(keyFile.toString());
    }

    byte[] sha256() throws GeneralSecurityException {
      return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    }
  }

  @BeforeEach
  void makeServerCertificate() throws Exception {
    server = make("server", "localhost");
  }

  private Pem make(String name, String commonName) throws Exception {
    Path store = directory.resolve(name + ".p12");
    var keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "k",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=\"" + commonName + "\"",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "secret")
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "secret".toCharArray());
    }
    var certificate = (X509Certificate) keys.getCertificate("k");
    byte[] key = keys.getKey("k", "secret".toCharArray()).getEncoded();
    return new Pem(
        certificate,
        write(name + ".crt", "CERTIFICATE", certificate.getEncoded()),
        write(name + ".key", "PRIVATE KEY", key));
  }

  private Path write(String file, String what, byte[] der) throws IOException {
    String text =
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(what, Base64.getMimeEncoder().encodeToString(der), what);
    return Files.writeString(directory.resolve(file), text);
  }

  private OpenListener listen() {
    return OpenListener.with(
        Map.of(
            "mqtt.plain", "false",
            "mqtt.tls-port", "0",
            "mqtt.tls-reload", "200ms",
            "mqtt.tls-certificate", server.certificateFile().toString(),
            "mqtt.tls-key", server.keyFile().toString()));
  }

  private static NetSocket connect(OpenListener open, Pem client) {
    NetClientOptions options =
        new NetClientOptions().setSsl(true).setTrustAll(true).setHostnameVerificationAlgorithm("");
    if (client != null) {
      options.setKeyCertOptions(client.options());
    }
    return open.vertx
        .createNetClient(options)
        .connect(open.listener.tlsPort(), "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(10, TimeUnit.SECONDS)
        .join();
  }

  private static int signIn(OpenListener open, Pem client, String username, String password) {
    NetSocket socket = connect(open, client);
    var code = new CompletableFuture<Integer>();
    socket.handler(data -> code.complete(data.getByte(3) & 0xff));
    socket.write(Buffer.buffer(RawMqtt.connect(username, password, "scout", 60)));
    return code.orTimeout(10, TimeUnit.SECONDS).join();
  }

  @Test
  void takesAPasswordOverTlsAndListensNowhereElse() {
    try (OpenListener open = listen()) {
      assertThat(signIn(open, null, ROOF, PASSWORD)).isZero();
      assertThat(open.port()).isEqualTo(-1);
    }
  }

  @Test
  void takesTheRegisteredCertificateAndNoOther() throws Exception {
    Pem own = make("own", ROOF);
    Pem other = make("other", ROOF);
    try (OpenListener open = listen()) {
      open.certify(OpenListener.ROOF, own.sha256());

      assertThat(signIn(open, own, ROOF, "")).isZero();
      assertThat(signIn(open, other, ROOF, PASSWORD)).isEqualTo(5);
      assertThat(signIn(open, own, OpenListener.MAST.username(), PASSWORD)).isEqualTo(5);
    }
  }

  @Test
  void usesANewCertificateForNewConnections() throws Exception {
    try (OpenListener open = listen()) {
      assertThat(presented(open)).isEqualTo(server.certificate());
      Pem renewed = make("renewed", "localhost");

      Files.copy(
          renewed.keyFile(), server.keyFile(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      Files.copy(
          renewed.certificateFile(),
          server.certificateFile(),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      Files.setLastModifiedTime(
          server.certificateFile(), FileTime.from(Instant.now().plusSeconds(5)));

      OpenListener.eventually()
          .ignoreExceptions() // of a handshake while only one of the two files is new
          .untilAsserted(() -> assertThat(presented(open)).isEqualTo(renewed.certificate()));
      assertThat(signIn(open, null, ROOF, PASSWORD)).isZero();
    }
  }

  /** One of its two ports may be taken: by what is just ending, say. */
  @Test
  void listensOnBothPortsOnceBothAreFree() throws Exception {
    int port = FreePort.find();
    var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    try (var timer = Executors.newSingleThreadScheduledExecutor()) {
      timer.schedule(
          () -> {
            taken.close();
            return null;
          },
          1,
          TimeUnit.SECONDS);
      try (OpenListener open =
          OpenListener.with(
              Map.of(
                  "mqtt.registry-refresh", "100ms",
                  "mqtt.tls-port", Integer.toString(port),
                  "mqtt.tls-certificate", server.certificateFile().toString(),
                  "mqtt.tls-key", server.keyFile().toString()))) {
        assertThat(taken.isClosed()).isTrue();
        assertThat(signIn(open, null, ROOF, PASSWORD)).isZero();
        assertThat(open.connect(OpenListener.ROOF).isClosed()).isFalse();
      }
    }
  }

  private static X509Certificate presented(OpenListener open) throws Exception {
    return (X509Certificate) connect(open, null).peerCertificates().getFirst();
  }
}
