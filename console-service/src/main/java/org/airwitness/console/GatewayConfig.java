package org.airwitness.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where requests go, and what the console's page must know. */
@ConfigMapping(prefix = "airwitness.gateway")
public interface GatewayConfig {
  /** Addresses of the services, {@code http://host:port}. */
  Services services();

  /** The OpenID provider for the page. */
  Oidc oidc();

  /** Addresses of the services. */
  interface Services {
    @WithDefault("http://airwitness-ingest:8080")
    URI ingest();

    @WithDefault("http://airwitness-track:8080")
    URI track();

    @WithDefault("http://airwitness-zone:8080")
    URI zone();

    @WithDefault("http://airwitness-alert:8080")
    URI alert();
  }

  /** The OpenID provider as browsers see it. */
  interface Oidc {
    /** Its URL, or a path on the console's own address. */
    @WithDefault("/oidc")
    String authority();

    /** The console's client: public, authorization code with PKCE. */
    @WithDefault("airwitness-console")
    String clientId();
  }
}
