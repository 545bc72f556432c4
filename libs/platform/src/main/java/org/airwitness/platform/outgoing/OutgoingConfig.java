package org.airwitness.platform.outgoing;

import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a service may connect to on behalf of its users. */
public interface OutgoingConfig {
  /**
   * Whether hosts on loopback and private addresses are allowed, with plain http and on any port.
   * For one machine and for tests; never where other people's URLs are used.
   */
  @WithDefault("false")
  boolean allowInternal();

  /** Ports hosts may listen on. */
  @WithDefault("443,8443")
  Set<Integer> ports();

  /**
   * Address ranges that are refused in any case, for example {@code 10.96.0.0/12}: those of the
   * cluster's pods, services and nodes.
   */
  Optional<List<String>> refusedRanges();
}
