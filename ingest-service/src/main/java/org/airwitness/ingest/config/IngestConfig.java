package org.airwitness.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the sensors' door. */
@ConfigMapping(prefix = "airwitness.mqtt")
public interface IngestConfig {
  /** Address to listen on. */
  @WithDefault("0.0.0.0")
  String host();

  /** TCP port to listen on; 0 picks a free one. */
  @WithDefault("1883")
  int port();

  /** Connections of this instance at one time. */
  @WithDefault("10000")
  int maxConnections();

  /** Connections of one agency to this instance at one time. */
  @WithDefault("2000")
  int maxConnectionsPerAgency();

  /** Messages of one connection that the bus has not accepted yet. */
  @WithDefault("1024")
  int maxUnacknowledgedMessages();

  /** Bytes of one connection that the bus has not accepted yet. */
  @WithDefault("4194304")
  long maxUnacknowledgedBytes();

  /** Bytes of all connections that the bus has not accepted yet. */
  @WithDefault("16777216")
  long maxUnacknowledgedBytesInTotal();

  /** How often the registry is read again: the longest a sensor deleted elsewhere stays. */
  @WithDefault("2s")
  Duration registryRefresh();

  /** How long a password check may rely on an earlier read of the registry. */
  @WithDefault("2s")
  Duration credentialCache();

  /** When a connection whose keep-alive is 0 or above 300 s is closed for silence. */
  @WithDefault("90s")
  Duration idleLimit();
}
