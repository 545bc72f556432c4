package org.airwitness.ingest.core.format;

import org.airwitness.ingest.core.RefusalReason;

/** A message or an item that is not what its format says; becomes a refusal. */
final class MalformedException extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;
  private final String detail;

  MalformedException(RefusalReason reason, String detail) {
    this(reason.code(), detail);
  }

  MalformedException(String reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
    this.detail = detail;
  }

  String reason() {
    return reason;
  }

  String detail() {
    return detail;
  }
}
