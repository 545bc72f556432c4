package org.airwitness.platform.outgoing;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import java.net.InetAddress;
import java.util.List;

/** The operating system's resolver, off the event loop. */
public final class SystemResolver implements Resolver {
  @Override
  public Uni<List<InetAddress>> resolve(String host) {
    return Uni.createFrom()
        .item(Unchecked.supplier(() -> List.of(InetAddress.getAllByName(host))))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }
}
