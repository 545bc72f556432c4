package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/** Looks up the meaning of a code; the meanings of a table are numbered from 0 without a gap. */
final class CodeTable<E extends Coded> {
  private final E[] byCode;

  private CodeTable(E[] byCode) {
    this.byCode = byCode;
  }

  static <E extends Coded> CodeTable<E> of(E[] meanings) {
    for (int code = 0; code < meanings.length; code++) {
      if (meanings[code].code() != code) {
        throw new IllegalArgumentException(meanings[code] + " is out of order");
      }
    }
    return new CodeTable<>(meanings);
  }

  @Nullable E at(int code) {
    return code >= 0 && code < byCode.length ? byCode[code] : null;
  }
}
