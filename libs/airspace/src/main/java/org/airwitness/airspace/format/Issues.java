package org.airwitness.airspace.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Severity;

/** Issues of one document in the order found; one per path and code, the gravest. */
final class Issues {
  private final List<Issue> found = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  void add(String path, String code, Severity severity, String message) {
    Issue issue = new Issue(path, code, severity, message);
    Integer place = places.putIfAbsent(code + " " + path, found.size());
    if (place == null) {
      found.add(issue);
    } else if (severity.compareTo(found.get(place).severity()) > 0) {
      found.set(place, issue);
    }
  }

  /** The issues from that position on which make something unusable. */
  List<Issue> errorsFrom(int position) {
    return found.subList(position, found.size()).stream()
        .filter(issue -> issue.severity() == Severity.ERROR)
        .toList();
  }

  /** The issues of a code from that position on. */
  List<Issue> ofCodeFrom(int position, String code) {
    return found.subList(position, found.size()).stream()
        .filter(issue -> issue.code().equals(code))
        .toList();
  }

  int size() {
    return found.size();
  }

  List<Issue> list() {
    return List.copyOf(found);
  }
}
