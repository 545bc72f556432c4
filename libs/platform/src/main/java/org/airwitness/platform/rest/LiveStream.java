package org.airwitness.platform.rest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.airwitness.platform.agency.AgencyId;

/**
 * Fan-out of live records to Server-Sent Events subscribers of one agency each. A subscriber that
 * falls {@value #BUFFER} records behind is cut off, so that it reconnects and starts again from a
 * fresh snapshot; nothing is skipped silently.
 */
public final class LiveStream<T> {
  private static final int BUFFER = 4096;

  private final BroadcastProcessor<Entry<T>> broadcast = BroadcastProcessor.create();

  private record Entry<T>(AgencyId agency, T value) {}

  /** Hands a record to every subscriber of its agency; returns at once. */
  public synchronized void publish(AgencyId agency, T value) {
    broadcast.onNext(new Entry<>(agency, value));
  }

  /**
   * Subscribes to one agency.
   *
   * @param snapshot the present state, read after the subscription has begun so that nothing falls
   *     between the two
   * @param wanted what this subscriber is interested in
   */
  public Multi<T> subscribe(AgencyId agency, Supplier<Multi<T>> snapshot, Predicate<T> wanted) {
    Multi<T> live =
        broadcast
            .filter(entry -> entry.agency().equals(agency))
            .map(Entry::value)
            .onOverflow()
            .buffer(BUFFER);
    return Multi.createBy()
        .merging()
        .streams(live, Multi.createFrom().deferred(() -> snapshot.get()))
        .filter(wanted::test);
  }
}
