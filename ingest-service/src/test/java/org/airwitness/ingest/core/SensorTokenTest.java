package org.airwitness.ingest.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.airwitness.platform.agency.AgencyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SensorTokenTest {
  private static final SensorKey ROOF = new SensorKey(new AgencyId("police"), "roof");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final KeyPair OWN = keyPair();
  private static final String HEADER = "{\"alg\":\"EdDSA\",\"typ\":\"JWT\"}";

  private static KeyPair keyPair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String claims(String subject, String audience, long iat, long exp) {
    return "{\"sub\":\"%s\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d}"
        .formatted(subject, audience, NOW.getEpochSecond() + iat, NOW.getEpochSecond() + exp);
  }

  private static String good() {
    return claims("roof@police", "airwitness", -10, 3600);
  }

  private static String token(String header, String claims, KeyPair key) {
    try {
      String signed = base64(header.getBytes()) + "." + base64(claims.getBytes());
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key.getPrivate());
      signature.update(signed.getBytes());
      return signed + "." + base64(signature.sign());
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Optional<Instant> verify(String token) {
    return SensorToken.verify(token, ROOF, OWN.getPublic(), NOW);
  }

  @Test
  void takesATokenTheSensorSigned() {
    String token = token(HEADER, good(), OWN);

    assertThat(SensorToken.looksLike(token)).isTrue();
    assertThat(SensorToken.claimedSensor(token)).contains(ROOF);
    assertThat(verify(token)).contains(NOW.plusSeconds(3600));
  }

  static Stream<Arguments> bad() {
    String none = base64("{\"alg\":\"none\"}".getBytes()) + "." + base64(good().getBytes()) + ".";
    String good = token(HEADER, good(), OWN);
    return Stream.of(
        Arguments.of("another key", token(HEADER, good(), keyPair())),
        Arguments.of("unsigned", none),
        Arguments.of("another algorithm", token("{\"alg\":\"HS256\"}", good(), OWN)),
        Arguments.of(
            "a key of its own",
            token(
                "{\"alg\":\"EdDSA\",\"jwk\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AA\"}}",
                good(),
                OWN)),
        Arguments.of(
            "a key from elsewhere",
            token("{\"alg\":\"EdDSA\",\"jku\":\"https://example.com\"}", good(), OWN)),
        Arguments.of(
            "expired", token(HEADER, claims("roof@police", "airwitness", -7200, -61), OWN)),
        Arguments.of(
            "issued in the future",
            token(HEADER, claims("roof@police", "airwitness", 61, 99), OWN)),
        Arguments.of(
            "too long", token(HEADER, claims("roof@police", "airwitness", -10, 86_391), OWN)),
        Arguments.of(
            "another sensor", token(HEADER, claims("mast@police", "airwitness", 0, 60), OWN)),
        Arguments.of(
            "another agency", token(HEADER, claims("roof@coast", "airwitness", 0, 60), OWN)),
        Arguments.of("another audience", token(HEADER, claims("roof@police", "bank", 0, 60), OWN)),
        Arguments.of(
            "no expiry",
            token(
                HEADER,
                "{\"sub\":\"roof@police\",\"aud\":\"airwitness\",\"iat\":1772366390}",
                OWN)),
        Arguments.of(
            "no issue",
            token(
                HEADER,
                "{\"sub\":\"roof@police\",\"aud\":\"airwitness\",\"exp\":1772366460}",
                OWN)),
        Arguments.of("changed", good.replace('.', '.').substring(0, good.length() - 6) + "AAAAAA"),
        Arguments.of("garbage", "eyJ.a.b"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void refusesEveryOther(String what, String token) {
    assertThat(verify(token)).as(what).isEmpty();
  }

  @Test
  void clocksMayDifferByAMinute() {
    assertThat(verify(token(HEADER, claims("roof@police", "airwitness", 55, 90), OWN))).isPresent();
    assertThat(verify(token(HEADER, claims("roof@police", "airwitness", -100, -55), OWN)))
        .isPresent();
  }

  @Test
  void withoutARegisteredKeyNoTokenIsGood() {
    assertThat(SensorToken.verify(token(HEADER, good(), OWN), ROOF, null, NOW)).isEmpty();
  }

  @Test
  void onlyEd25519IsAKey() {
    assertThat(SensorToken.key(OWN.getPublic().getEncoded())).isEqualTo(OWN.getPublic());
    assertThatThrownBy(() -> SensorToken.key(new byte[44]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Ed25519");
  }
}
