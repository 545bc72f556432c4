package org.airwitness.ingest.site;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.reactive.messaging.PublisherDecorator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Keeps the messages a broker sends before {@link SiteBroker} asks for them. The connector connects
 * as soon as it is made and drops what comes while nobody listens; but a broker begins with what it
 * kept for us, and does not send it again over the same connection.
 */
@ApplicationScoped
class EarlyMessages implements PublisherDecorator {
  @Override
  public Multi<? extends Message<?>> decorate(
      Multi<? extends Message<?>> publisher, List<String> channels, boolean isConnector) {
    if (!channels.contains(SiteBroker.CHANNEL)) {
      return publisher;
    }
    UnicastProcessor<Message<?>> kept = UnicastProcessor.create();
    publisher.subscribe().withSubscriber(kept);
    return kept;
  }
}
