package org.airwitness.zone.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where sets of zones may be fetched from. */
@ConfigMapping(prefix = "airwitness.zones.sources")
public interface SourcesConfig {
  /**
   * Whether publishers on loopback and private addresses are allowed, with plain http and on any
   * port. For one machine and for tests; never where other people's sources are fetched.
   */
  @WithDefault("false")
  boolean allowInternal();

  /** Ports publishers may listen on. */
  @WithDefault("443,8443")
  Set<Integer> ports();

  /**
   * Address ranges that are refused in any case, for example {@code 10.96.0.0/12}: those of the
   * cluster's pods, services and nodes.
   */
  Optional<List<String>> refusedRanges();
}
