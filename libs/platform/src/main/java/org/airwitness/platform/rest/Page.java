package org.airwitness.platform.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to pass as {@code after} for the following page, absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) {
  /** Largest page a client may ask for. */
  public static final int MAX_LIMIT = 1000;

  public Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts a page from rows fetched with one more than the limit.
   *
   * @param rows at most {@code limit + 1} rows
   * @param key the keyset cursor of a row
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> key) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, key.apply(items.getLast()));
  }

  public <R> Page<R> map(Function<T, R> view) {
    return new Page<>(items.stream().map(view).toList(), next);
  }

  /**
   * Checks a requested page size.
   *
   * @throws ProblemException 400 when it is outside 1 to {@value #MAX_LIMIT}
   */
  public static int limit(int requested) {
    if (requested < 1 || requested > MAX_LIMIT) {
      throw ProblemException.badRequest("limit", "limit is a number from 1 to " + MAX_LIMIT);
    }
    return requested;
  }
}
