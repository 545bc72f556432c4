package org.airwitness.standalone;

/** What a person at the terminal did or met, told in one sentence that says what to do. */
public final class Usage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Usage(String message) {
    super(message);
  }

  public Usage(String message, Throwable cause) {
    super(message, cause);
  }
}
