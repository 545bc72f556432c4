package org.airwitness.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/**
 * A broker a site already runs, whose sensors publish there and not to us. How it is reached is
 * used by the incoming channel {@code site-broker} in {@code application.properties}; more of the
 * connector's settings, TLS among them, can be given to that channel itself.
 */
@ConfigMapping(prefix = "airwitness.site")
public interface SiteConfig {
  /** Whether this instance reads a site's broker. */
  @WithDefault("false")
  boolean enabled();

  /** Agency all sensors of the site belong to; required when enabled. */
  Optional<String> agency();

  /** Which sensor a topic belongs to, see {@code SiteRoutes}; required when enabled. */
  Optional<List<String>> routes();

  /** Name or address of the broker. */
  @WithDefault("localhost")
  String host();

  /** Its TCP port. */
  @WithDefault("1883")
  int port();

  Optional<String> username();

  Optional<String> password();

  /** Topic filter to subscribe to; it has to cover the routes. */
  @WithDefault("#")
  String topic();

  /** MQTT client id, under which the broker keeps what we have not acknowledged. */
  @WithDefault("airwitness")
  String clientId();

  /** Messages that may be on their way to the bus at one time. */
  @WithDefault("64")
  int maxUnacknowledgedMessages();
}
