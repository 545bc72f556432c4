package org.airwitness.airspace.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Severity;

/** Issues of one document in the order found; one per path and code. */
final class Issues {
  private final List<Issue> found = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  void add(String path, String code, Severity severity, String message) {
    if (seen.add(code + " " + path)) {
      found.add(new Issue(path, code, severity, message));
    }
  }

  List<Issue> list() {
    return List.copyOf(found);
  }
}
