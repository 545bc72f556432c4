package org.airwitness.ingest.core;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Where verdicts go. */
public interface Bus {
  /**
   * Publishes all of a verdict; completes when the bus has accepted every record.
   *
   * @param traceparent of the span that publishes it, null when it is in no trace
   */
  CompletionStage<Void> publish(Verdict verdict, @Nullable String traceparent);
}
