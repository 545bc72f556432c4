package org.airwitness.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the MQTT listener. */
@ConfigMapping(prefix = "airwitness.mqtt")
public interface ListenerConfig {
  /** Address to listen on. */
  @WithDefault("0.0.0.0")
  String host();

  /** TCP port to listen on; 0 picks a free one. */
  @WithDefault("1883")
  int port();

  /** How often the registry is read again: the longest a sensor deleted elsewhere stays. */
  @WithDefault("2s")
  Duration registryRefresh();

  /** When a connection whose keep-alive is 0 or above 300 s is closed for silence. */
  @WithDefault("90s")
  Duration idleLimit();

  /** When a connection is closed whose sensor does not take what is sent to it. */
  @WithDefault("30s")
  Duration slowReaderLimit();
}
