package org.airwitness.zone.imports;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.airwitness.platform.messaging.Serial;

/**
 * Reads and writes zone documents on a worker thread. Publications come one at a time: a large one
 * takes seconds and many times its size in memory. What somebody draws does not wait for them.
 */
@ApplicationScoped
public class ZoneReading {
  private final Serial publications = new Serial();

  /** Reads or writes a publication. */
  public <T> Uni<T> large(Supplier<T> work) {
    return publications.run(() -> run(work));
  }

  /** Does short work. */
  public <T> Uni<T> run(Supplier<T> work) {
    return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }
}
