package org.airwitness.alert.config;

import io.smallrye.config.ConfigMapping;
import org.airwitness.platform.outgoing.OutgoingConfig;

/** Where webhooks may be sent to. */
@ConfigMapping(prefix = "airwitness.webhooks")
public interface WebhooksConfig extends OutgoingConfig {}
