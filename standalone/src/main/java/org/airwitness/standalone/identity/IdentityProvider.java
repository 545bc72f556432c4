package org.airwitness.standalone.identity;

import com.nimbusds.jose.JOSEObjectType;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID provider of one machine, on a loopback port under {@code /oidc}: authorization code
 * with PKCE for the console, with the demonstration accounts on its login page, and tokens for the
 * command line.
 *
 * <p>Whoever reaches it can sign in as any demonstration account: it stands in for an identity
 * provider, it does not replace one.
 */
public final class IdentityProvider implements AutoCloseable {

  /** First segment of every path, and id of the signing key. */
  public static final String ISSUER = "oidc";

  /** The client id of the console. */
  public static final String CONSOLE_CLIENT = "airwitness-console";

  private static final String AUDIENCE = "airwitness";
  private static final Duration SESSION = Duration.ofHours(8);

  private final MockOAuth2Server server;

  private IdentityProvider(MockOAuth2Server server) {
    this.server = server;
  }

  /**
   * Starts the provider on a free loopback port.
   *
   * @param directory keeps the signing key, so that tokens outlive a restart
   */
  public static IdentityProvider start(Path directory) throws IOException {
    Files.createDirectories(directory);
    var page = directory.resolve("login.html");
    Files.writeString(page, LoginPage.html());
    var keys = new KeyProvider(List.of(SigningKey.kept(directory.resolve("signing-key.json"))));
    var server =
        new MockOAuth2Server(
            new OAuth2Config(
                true,
                page.toString(),
                null,
                false,
                new OAuth2TokenProvider(keys),
                Set.of(callback(CONSOLE_CLIENT, Map.of(), SESSION))));
    server.start(InetAddress.getLoopbackAddress(), 0);
    return new IdentityProvider(server);
  }

  private static DefaultOAuth2TokenCallback callback(
      String subject, Map<String, Object> claims, Duration validity) {
    return new DefaultOAuth2TokenCallback(
        ISSUER,
        subject,
        JOSEObjectType.JWT.getType(),
        List.of(AUDIENCE),
        claims,
        validity.toSeconds());
  }

  public int port() {
    return server.baseUrl().port();
  }

  /** The issuer as the services reach it, without a gateway in between. */
  public String loopbackUrl() {
    return "http://127.0.0.1:" + port() + "/" + ISSUER;
  }

  /**
   * A signed access token.
   *
   * @param agency absent for the platform's own people
   */
  public String issueToken(
      String subject, @Nullable String agency, List<String> roles, Duration validity) {
    var claims = new HashMap<String, Object>();
    claims.put("preferred_username", subject);
    claims.put("roles", roles);
    if (agency != null) {
      claims.put("agency", agency);
    }
    return server
        .issueToken(ISSUER, "airwitness-cli", callback(subject, claims, validity))
        .serialize();
  }

  @Override
  public void close() {
    server.shutdown();
  }
}
