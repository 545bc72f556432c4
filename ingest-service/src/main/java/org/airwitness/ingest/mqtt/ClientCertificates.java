package org.airwitness.ingest.mqtt;

import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedTrustManager;
import org.airwitness.ingest.door.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * Certificates of sensors. They may be self-signed: the handshake proves that the sensor has the
 * key, and the registry knows the certificate by its SHA-256, so no authority is asked.
 */
final class ClientCertificates extends X509ExtendedTrustManager {
  /** Reads the certificate of a session; null when none was presented. */
  static Credentials.@Nullable Certificate read(SSLSession session) {
    try {
      return session.getPeerCertificates()[0] instanceof X509Certificate certificate
          ? new Credentials.Certificate(
              commonName(certificate),
              MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()),
              certificate.getNotAfter().toInstant())
          : null;
    } catch (SSLPeerUnverifiedException e) {
      return null;
    } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("A certificate that was just read cannot be digested", e);
    }
  }

  private static @Nullable String commonName(X509Certificate certificate) {
    try {
      for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
        if (part.getType().equalsIgnoreCase("CN")) {
          return part.getValue().toString();
        }
      }
      return null;
    } catch (InvalidNameException e) {
      return null;
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {
    throw new UnsupportedOperationException("This side is the server");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
    checkServerTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
