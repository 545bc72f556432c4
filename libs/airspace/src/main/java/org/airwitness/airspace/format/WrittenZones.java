package org.airwitness.airspace.format;

import java.util.List;
import org.airwitness.airspace.Issue;

/**
 * Document made by a writer.
 *
 * @param text the document
 * @param losses what the format could not express, one per zone and matter; the path is the zone's
 *     country and identifier
 */
public record WrittenZones(String text, List<Issue> losses) {
  public WrittenZones {
    losses = List.copyOf(losses);
  }
}
