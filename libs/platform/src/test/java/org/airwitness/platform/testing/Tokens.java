package org.airwitness.platform.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

/** Access tokens signed with a key made for this test run. */
public final class Tokens {
  private static final KeyPair KEYS = keys();

  private Tokens() {}

  /** Returns a bearer token of somebody with these roles in an agency. */
  public static String of(String agency, String... roles) {
    return Jwt.claims()
        .claim("agency", agency)
        .claim("roles", Set.of(roles))
        .preferredUserName(roles[0] + "@" + agency)
        .audience("airwitness")
        .expiresIn(Duration.ofMinutes(30))
        .sign(KEYS.getPrivate());
  }

  /** Returns a bearer token of a program with a scope in an agency and without a role. */
  public static String ofScope(String agency, String scope) {
    return Jwt.claims()
        .claim("agency", agency)
        .claim("scope", scope)
        .subject("program@" + agency)
        .audience("airwitness")
        .expiresIn(Duration.ofMinutes(30))
        .sign(KEYS.getPrivate());
  }

  /** Returns a bearer token of somebody who runs the platform. */
  public static String platformAdmin() {
    return Jwt.claims()
        .claim("roles", Set.of("platform-admin"))
        .preferredUserName("platform-admin")
        .audience("airwitness")
        .expiresIn(Duration.ofMinutes(30))
        .sign(KEYS.getPrivate());
  }

  /** Returns a token that was good for another service. */
  public static String forAnotherAudience(String agency, String role) {
    return Jwt.claims()
        .claim("agency", agency)
        .claim("roles", Set.of(role))
        .audience("somebody-else")
        .expiresIn(Duration.ofMinutes(30))
        .sign(KEYS.getPrivate());
  }

  /** Returns the public key in the form {@code quarkus.oidc.public-key} takes. */
  static String publicKey() {
    return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has RSA", e);
    }
  }
}
