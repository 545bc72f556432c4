package org.airwitness.ingest.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.SensorToken;
import org.airwitness.ingest.mqtt.MqttListener;
import org.airwitness.ingest.store.SensorStore;
import org.airwitness.ingest.store.entity.CredentialEntity;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a sensor may sign in with besides its password. Each change ends the sensor's connections at
 * once; it comes back with what is good now.
 */
@Path("/api/v1/sensors/{id}/credentials")
@RolesAllowed(Roles.AGENCY_ADMIN)
class SensorKeysResource {
  private final SensorStore sensors;
  private final MqttListener listener;
  private final Caller caller;

  SensorKeysResource(SensorStore sensors, MqttListener listener, Caller caller) {
    this.sensors = sensors;
    this.listener = listener;
    this.caller = caller;
  }

  /**
   * The key a sensor signs its tokens with.
   *
   * @param publicKey Ed25519, PEM or base64 of SubjectPublicKeyInfo
   */
  record TokenKey(@Nullable String publicKey) {}

  /**
   * A sensor's certificate, one of both.
   *
   * @param certificate PEM
   * @param sha256 of its DER form, hexadecimal
   */
  record SensorCertificate(@Nullable String certificate, @Nullable String sha256) {}

  /** What is registered now. */
  record CertificateView(String sha256) {}

  @PUT
  @Path("/token-key")
  public Uni<Void> setTokenKey(String id, @Nullable TokenKey wanted) {
    byte[] der = der(Checks.required("publicKey", Checks.body(wanted).publicKey()));
    try {
      SensorToken.key(der);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("publicKey", String.valueOf(e.getMessage()));
    }
    return change(id, credential -> credential.tokenKey = der);
  }

  private static byte[] der(String text) {
    String base64 = text.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("publicKey", "publicKey is PEM or base64");
    }
  }

  @DELETE
  @Path("/token-key")
  public Uni<Void> removeTokenKey(String id) {
    return change(id, credential -> credential.tokenKey = null);
  }

  @PUT
  @Path("/certificate")
  public Uni<CertificateView> setCertificate(String id, @Nullable SensorCertificate wanted) {
    byte[] sha256 = sha256(Checks.body(wanted));
    return change(id, credential -> credential.certificateSha256 = sha256)
        .replaceWith(new CertificateView(HexFormat.of().formatHex(sha256)));
  }

  private static byte[] sha256(SensorCertificate wanted) {
    if (wanted.certificate() != null) {
      return sha256(wanted.certificate());
    }
    String digest = Checks.required("sha256", wanted.sha256()).replace(":", "");
    if (!digest.matches("[0-9A-Fa-f]{64}")) {
      throw ProblemException.badRequest("sha256", "sha256 has 64 hexadecimal digits");
    }
    return HexFormat.of().parseHex(digest);
  }

  private static byte[] sha256(String pem) {
    try {
      var certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
      return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    } catch (CertificateException e) {
      throw ProblemException.badRequest(
          "certificate", "certificate is an X.509 certificate in PEM");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  @DELETE
  @Path("/certificate")
  public Uni<Void> removeCertificate(String id) {
    return change(id, credential -> credential.certificateSha256 = null);
  }

  private Uni<Void> change(String id, Consumer<CredentialEntity> change) {
    AgencyId agency = caller.agency();
    return sensors
        .changeCredential(agency, id, change)
        .invoke(known -> {
          if (!known) {
            throw ProblemException.notFound("sensor");
          }
          listener.revoke(new SensorKey(agency, id));
        })
        .replaceWithVoid();
  }
}
