package org.airwitness.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the MQTT listener. */
@ConfigMapping(prefix = "airwitness.mqtt")
public interface ListenerConfig {
  /** Address to listen on. */
  @WithDefault("0.0.0.0")
  String host();

  /** TCP port to listen on; 0 picks a free one. */
  @WithDefault("1883")
  int port();

  /** Whether to listen without TLS on {@link #port}. */
  @WithDefault("true")
  boolean plain();

  /** Certificate chain of the TLS listener, PEM; without one there is no TLS listener. */
  Optional<Path> tlsCertificate();

  /** Private key to it, PEM (PKCS#8). */
  Optional<Path> tlsKey();

  /** TCP port of the TLS listener; 0 picks a free one. */
  @WithDefault("8883")
  int tlsPort();

  /** How often the files of the TLS listener are looked at for new content. */
  @WithDefault("10s")
  Duration tlsReload();

  /** How often the registry is read again: the longest a sensor deleted elsewhere stays. */
  @WithDefault("2s")
  Duration registryRefresh();

  /** When a connection whose keep-alive is 0 or above 300 s is closed for silence. */
  @WithDefault("90s")
  Duration idleLimit();

  /** When a connection is closed whose sensor does not take what is sent to it. */
  @WithDefault("30s")
  Duration slowReaderLimit();

  /** How long the end of the service may take until the bus has what sensors have sent. */
  @WithDefault("6s")
  Duration drainLimit();
}
