package org.airwitness.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  @Test
  void keepsTimeToTheMicrosecondAndTheId() {
    var cursor = new Cursor(Instant.parse("2026-03-01T12:00:05.123456Z"), UUID.randomUUID());
    assertThat(Cursor.decode(cursor.encode(), Cursor.FIRST)).isEqualTo(cursor);
  }

  @Test
  void startsAtTheGivenEndWhenThereIsNone() {
    assertThat(Cursor.decode(null, Cursor.LAST)).isEqualTo(Cursor.LAST);
    assertThat(Cursor.decode("", Cursor.FIRST)).isEqualTo(Cursor.FIRST);
  }

  @Test
  void keepsTheEndsOfTime() {
    assertThat(Cursor.decode(Cursor.FIRST.encode(), Cursor.LAST)).isEqualTo(Cursor.FIRST);
    assertThat(Cursor.decode(Cursor.LAST.encode(), Cursor.FIRST)).isEqualTo(Cursor.LAST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "!!", "MTIz", "MTIzLHg", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5LDE"})
  void refusesWhatNoPageHandedOut(String after) {
    assertThatThrownBy(() -> Cursor.decode(after, Cursor.FIRST))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(400);
              assertThat(e.problem().field()).isEqualTo("after");
            });
  }
}
