package org.airwitness.platform.rest;

import org.jspecify.annotations.Nullable;

/** A request that cannot be served, with the answer it gets. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  private ProblemException(Problem problem) {
    super(problem.title() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
  }

  public static ProblemException badRequest(@Nullable String field, String detail) {
    return new ProblemException(new Problem("Bad request", 400, detail, field));
  }

  /** The answer for an id that does not exist and for one of another agency alike. */
  public static ProblemException notFound(String what) {
    return new ProblemException(new Problem("Not found", 404, "No such " + what, null));
  }

  public static ProblemException conflict(String detail) {
    return new ProblemException(new Problem("Conflict", 409, detail, null));
  }

  /** The answer to a change of a version that is not the present one. */
  public static ProblemException preconditionFailed(String detail) {
    return new ProblemException(new Problem("Precondition failed", 412, detail, null));
  }

  /** The answer to a change that does not say which version it changes. */
  public static ProblemException preconditionRequired(String detail) {
    return new ProblemException(new Problem("Precondition required", 428, detail, null));
  }

  public static ProblemException tooLarge(String detail) {
    return new ProblemException(new Problem("Content too large", 413, detail, null));
  }

  /** The answer when something needed is away for a while. */
  public static ProblemException unavailable(String detail) {
    return new ProblemException(new Problem("Unavailable", 503, detail, null));
  }

  public Problem problem() {
    return problem;
  }
}
