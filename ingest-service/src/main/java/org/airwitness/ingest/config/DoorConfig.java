package org.airwitness.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * Limits of the sensors' door. Rates count messages; each started 4 KiB of a message counts as one.
 */
@ConfigMapping(prefix = "airwitness.ingest")
public interface DoorConfig {
  /** Messages a second one sensor may send over time, unless its agency has another limit. */
  @WithDefault("500")
  int sensorMessagesPerSecond();

  /** Messages a second all sensors of an agency may send over time, unless it has another limit. */
  @WithDefault("5000")
  int agencyMessagesPerSecond();

  /** How long a full rate may be saved up, for what a sensor kept while it had no connection. */
  @WithDefault("10s")
  Duration burst();

  /** Bytes of one message. */
  @WithDefault("262144")
  int maxMessageBytes();

  /** Connections of this instance at one time. */
  @WithDefault("10000")
  int maxConnections();

  /** Connections of one agency to this instance at one time. */
  @WithDefault("2000")
  int maxConnectionsPerAgency();

  /** Connections of one sensor to this instance at one time. */
  @WithDefault("10")
  int maxConnectionsPerSensor();

  /** Messages of one connection that the bus has not accepted yet. */
  @WithDefault("1024")
  int maxUnacknowledgedMessages();

  /** Bytes of one connection that the bus has not accepted yet. */
  @WithDefault("4194304")
  long maxUnacknowledgedBytes();

  /**
   * Messages of one agency that the bus has not accepted yet; fewer when the heap is too small for
   * them, as with the three limits below.
   */
  @WithDefault("8192")
  int maxUnacknowledgedMessagesPerAgency();

  /** Bytes of one agency that the bus has not accepted yet. */
  @WithDefault("8388608")
  long maxUnacknowledgedBytesPerAgency();

  /** Messages of all that the bus has not accepted yet. */
  @WithDefault("16384")
  int maxUnacknowledgedMessagesInTotal();

  /** Bytes of all that the bus has not accepted yet. */
  @WithDefault("16777216")
  long maxUnacknowledgedBytesInTotal();

  /** How long a password check may rely on an earlier read of the registry. */
  @WithDefault("2s")
  Duration credentialCache();
}
