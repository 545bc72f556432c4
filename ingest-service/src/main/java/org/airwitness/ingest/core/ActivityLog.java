package org.airwitness.ingest.core;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where activities are added up, over all instances and restarts. */
public interface ActivityLog {
  /** Adds activities, all or none. */
  CompletionStage<Void> add(List<Activity> activities);
}
