package org.airwitness.embedded;

/** An embedded engine that did not start or stop; the message says what to do about it. */
public final class EngineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EngineException(String message) {
    super(message);
  }

  EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
