package org.airwitness.zone.ops;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What keeps tracks from being evaluated at present: work that failed and is being tried again. */
@ApplicationScoped
public class Hindrances {
  private final Map<String, String> failures = new ConcurrentHashMap<>();

  public void hindered(String work, Throwable failure) {
    failures.put(work, String.valueOf(failure.getMessage()));
  }

  /** The same work has succeeded. */
  public void goesOn(String work) {
    failures.remove(work);
  }

  /** The last failure of each work, by its name. */
  Map<String, String> list() {
    return Map.copyOf(failures);
  }
}
