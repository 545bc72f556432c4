package org.airwitness.airspace.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.ZoneImport;

/** How often each issue code occurs, found and expected. */
final class IssueCounts {
  private IssueCounts() {}

  static Map<String, Integer> found(ZoneImport read) {
    Map<String, Integer> counts = new TreeMap<>();
    read.issues().stream().map(Issue::code).forEach(code -> counts.merge(code, 1, Integer::sum));
    return counts;
  }

  static Map<String, Integer> expected(JsonNode issues) {
    Map<String, Integer> counts = new TreeMap<>();
    issues.properties().forEach(e -> counts.put(e.getKey(), e.getValue().asInt()));
    return counts;
  }
}
