package org.airwitness.airspace.format;

import org.airwitness.airspace.Severity;

/** Place in a document at which deviations are reported. */
record Place(String path, Issues issues) {
  void info(String code, String message) {
    issues.add(path, code, Severity.INFO, message);
  }

  void warn(String code, String message) {
    issues.add(path, code, Severity.WARN, message);
  }

  void error(String code, String message) {
    issues.add(path, code, Severity.ERROR, message);
  }

  void fatal(String code, String message) {
    issues.add(path, code, Severity.FATAL, message);
  }
}
