package org.airwitness.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.airwitness.standalone.gateway.Gateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityProviderTest {

  private static final String REDIRECT = "http://localhost/callback";
  private static final String VERIFIER = "v".repeat(64);

  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private IdentityProvider provider;
  private Gateway gateway;

  @BeforeEach
  void start() throws IOException {
    provider = IdentityProvider.start(directory);
    gateway = Gateway.start(vertx, "127.0.0.1", 0, Map.of(), provider.port(), null);
  }

  @AfterEach
  void stop() {
    gateway.close();
    provider.close();
    vertx.close();
    client.close();
  }

  @Test
  void issuesTokenWithAgencyRolesAndAudience() throws Exception {
    var token =
        SignedJWT.parse(
            provider.issueToken(
                "cli", "demo-metro", List.of("viewer", "investigator"), Duration.ofHours(8)));

    var claims = token.getJWTClaimsSet();
    assertThat(claims.getStringClaim("agency")).isEqualTo("demo-metro");
    assertThat(claims.getStringListClaim("roles")).containsExactly("viewer", "investigator");
    assertThat(claims.getAudience()).contains("airwitness");
    assertThat(claims.getStringClaim("preferred_username")).isEqualTo("cli");
    var validS =
        Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
    assertThat(validS).isEqualTo(Duration.ofHours(8));
    assertThat(isSignedByPublishedKey(token)).isTrue();
  }

  @Test
  void leavesAgencyOutForThePlatformsOwnPeople() throws Exception {
    var token =
        SignedJWT.parse(
            provider.issueToken("cli", null, List.of("platform-admin"), Duration.ofHours(1)));

    assertThat(token.getJWTClaimsSet().getClaims()).doesNotContainKey("agency");
  }

  @Test
  void callsItselfByTheNameTheGatewayWasReachedBy() throws Exception {
    var byName = discovery("http://localhost:" + gateway.port());
    var byAddress = discovery("http://127.0.0.1:" + gateway.port());

    assertThat(byName.getString("issuer"))
        .isEqualTo("http://localhost:" + gateway.port() + "/oidc");
    assertThat(byAddress.getString("issuer"))
        .isEqualTo("http://127.0.0.1:" + gateway.port() + "/oidc");
  }

  @Test
  void signsInWithCodeAndProofKeyAsDemonstrationAccount() throws Exception {
    // Given
    var page = client.send(HttpRequest.newBuilder(authorize()).build(), BodyHandlers.ofString());
    assertThat(page.statusCode()).isEqualTo(200);
    for (var account : DemoAccount.ALL) {
      assertThat(page.body()).contains("value=\"" + account.username() + "\"");
    }

    // When
    var code = signIn("investigator", field(page.body(), "investigator"));
    var answer = exchange(code, VERIFIER);

    // Then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var token = SignedJWT.parse(new JsonObject(answer.body()).getString("access_token"));
    var claims = token.getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo("investigator");
    assertThat(claims.getStringClaim("agency")).isEqualTo("demo-metro");
    assertThat(claims.getStringListClaim("roles")).contains("investigator");
    assertThat(claims.getAudience()).contains("airwitness");
    assertThat(claims.getIssuer()).isEqualTo("http://localhost:" + gateway.port() + "/oidc");
    assertThat(isSignedByPublishedKey(token)).isTrue();
    var idToken = SignedJWT.parse(new JsonObject(answer.body()).getString("id_token"));
    assertThat(idToken.getJWTClaimsSet().getAudience()).contains("airwitness-console");
    assertThat(idToken.getJWTClaimsSet().getStringClaim("nonce")).isEqualTo("n-1");
  }

  @Test
  void refusesCodeWithoutItsProofKey() throws Exception {
    var page = client.send(HttpRequest.newBuilder(authorize()).build(), BodyHandlers.ofString());
    var code = signIn("viewer", field(page.body(), "viewer"));

    assertThat(exchange(code, "w".repeat(64)).statusCode()).isEqualTo(400);
  }

  @Test
  void keepsItsKeyOverRestartAndSharesItWithNobody() throws Exception {
    var before = JWKSet.load(URI.create(provider.loopbackUrl() + "/jwks").toURL());
    provider.close();

    provider = IdentityProvider.start(directory);

    var after = JWKSet.load(URI.create(provider.loopbackUrl() + "/jwks").toURL());
    assertThat(after.getKeys().getFirst().computeThumbprint())
        .isEqualTo(before.getKeys().getFirst().computeThumbprint());
    try (var other = IdentityProvider.start(directory.resolve("other"))) {
      var others = JWKSet.load(URI.create(other.loopbackUrl() + "/jwks").toURL());
      assertThat(others.getKeys().getFirst().computeThumbprint())
          .isNotEqualTo(after.getKeys().getFirst().computeThumbprint());
    }
  }

  private boolean isSignedByPublishedKey(SignedJWT token) throws Exception {
    var keys = JWKSet.load(URI.create(provider.loopbackUrl() + "/jwks").toURL());
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
    return token.verify(new RSASSAVerifier(key.toRSAKey()));
  }

  private JsonObject discovery(String base) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(base + "/oidc/.well-known/openid-configuration")).build();
    return new JsonObject(client.send(request, BodyHandlers.ofString()).body());
  }

  private URI authorize() throws Exception {
    var digest =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    return URI.create(
        "http://localhost:%d/oidc/authorize?%s"
            .formatted(
                gateway.port(),
                form(
                    Map.of(
                        "response_type", "code",
                        "client_id", "airwitness-console",
                        "redirect_uri", REDIRECT,
                        "scope", "openid profile",
                        "state", "s-1",
                        "nonce", "n-1",
                        "code_challenge_method", "S256",
                        "code_challenge",
                            Base64.getUrlEncoder().withoutPadding().encodeToString(digest)))));
  }

  /** What the button of the account would send. */
  private static String field(String page, String username) {
    var form =
        Pattern.compile(
                "value=\"" + username + "\">\\s*<input[^>]*name=\"claims\" value=\"([^\"]*)\"")
            .matcher(page);
    assertThat(form.find()).isTrue();
    return form.group(1).replace("&quot;", "\"").replace("&amp;", "&");
  }

  private String signIn(String username, String claims) throws Exception {
    var request =
        HttpRequest.newBuilder(authorize())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(Map.of("username", username, "claims", claims))))
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(302);
    var location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(REDIRECT).contains("state=s-1");
    var code = Pattern.compile("code=([^&]+)").matcher(location);
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  private HttpResponse<String> exchange(String code, String verifier) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + "/oidc/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    form(
                        Map.of(
                            "grant_type", "authorization_code",
                            "client_id", "airwitness-console",
                            "code", code,
                            "redirect_uri", REDIRECT,
                            "code_verifier", verifier))))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
