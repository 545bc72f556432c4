package org.airwitness.alert.store;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Drains an outbox whenever it is woken, never twice at once: a wake-up during a pass leads to
 * another pass. After a failure it rests until it is woken again; a poll does that every second.
 */
public final class OutboxPump {
  private static final Logger LOG = Logger.getLogger(OutboxPump.class);

  private final String name;
  private final Supplier<Uni<Boolean>> pass;
  private final AtomicInteger wakeUps = new AtomicInteger();
  private volatile boolean stopped;

  /**
   * Makes a pump that sleeps.
   *
   * @param pass takes what is due, and says whether there may be more
   */
  public OutboxPump(String name, Supplier<Uni<Boolean>> pass) {
    this.name = name;
    this.pass = pass;
  }

  /** Makes sure that a pass begins after this call; returns at once. */
  public void wake() {
    if (!stopped && wakeUps.getAndIncrement() == 0) {
      run();
    }
  }

  /** Begins no further pass: the service ends, and its database goes first. */
  public void stop() {
    stopped = true;
  }

  private void run() {
    int seen = wakeUps.get();
    Uni.createFrom()
        .deferred(() -> pass.get())
        .onFailure()
        .invoke(failure -> LOG.warnf("%s will try again: %s", name, failure))
        .onFailure()
        .recoverWithItem(false)
        .subscribe()
        .with(more -> {
          if (!stopped && (more || !wakeUps.compareAndSet(seen, 0))) {
            run();
          }
        });
  }
}
