package org.airwitness.ingest.site;

import io.smallrye.reactive.messaging.ClientCustomizer;
import io.smallrye.reactive.messaging.mqtt.session.MqttClientSessionOptions;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.Config;

/** Leaves the acknowledgement of messages to {@link SiteBroker}. */
@ApplicationScoped
class SiteClient implements ClientCustomizer<MqttClientSessionOptions> {
  @Override
  public MqttClientSessionOptions customize(
      String channel, Config channelConfig, MqttClientSessionOptions options) {
    options.setAutoAck(false);
    return options;
  }
}
