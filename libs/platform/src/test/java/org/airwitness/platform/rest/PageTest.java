package org.airwitness.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  @Test
  void pointsToTheNextPageWhenThereIsMore() {
    Page<Integer> page = Page.of(List.of(1, 2, 3), 2, String::valueOf);
    assertThat(page.items()).containsExactly(1, 2);
    assertThat(page.next()).isEqualTo("2");
  }

  @Test
  void endsOnTheLastPage() {
    assertThat(Page.of(List.of(1, 2), 2, String::valueOf).next()).isNull();
    assertThat(Page.of(List.<Integer>of(), 2, String::valueOf).items()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1001})
  void refusesALimitOutsideItsRange(int limit) {
    assertThatThrownBy(() -> Page.limit(limit)).hasMessageContaining("1 to 1000");
  }
}
