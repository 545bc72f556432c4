package org.airwitness.zone.config;

import io.smallrye.config.ConfigMapping;
import org.airwitness.platform.outgoing.OutgoingConfig;

/** Where sets of zones may be fetched from. */
@ConfigMapping(prefix = "airwitness.zones.sources")
public interface SourcesConfig extends OutgoingConfig {}
