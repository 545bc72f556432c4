package org.airwitness.ingest.core;

import java.util.concurrent.CompletionStage;

/** Where verdicts go. */
public interface Bus {
  /** Publishes all of a verdict; completes when the bus has accepted every record. */
  CompletionStage<Void> publish(Verdict verdict);
}
