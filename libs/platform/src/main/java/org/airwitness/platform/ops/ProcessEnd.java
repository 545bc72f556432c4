package org.airwitness.platform.ops;

import io.quarkus.runtime.Quarkus;
import org.jboss.logging.Logger;

/**
 * The end of this process when it cannot go on safely; whoever runs it starts it again, and it goes
 * on from what is stored.
 */
public final class ProcessEnd {
  private static final Logger LOG = Logger.getLogger(ProcessEnd.class);

  private ProcessEnd() {}

  /** Ends the process in order with exit code 1; returns at once. */
  public static void because(Throwable reason) {
    LOG.error("This process ends, because it cannot go on safely", reason);
    Quarkus.asyncExit(1);
  }
}
