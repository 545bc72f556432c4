package org.airwitness.track.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundingBoxTest {
  @Test
  void containsItsInsideAndItsBounds() {
    BoundingBox box = BoundingBox.parse("10,59,11,60");
    assertThat(box.contains(10.5, 59.5)).isTrue();
    assertThat(box.contains(10, 60)).isTrue();
    assertThat(box.contains(9.99, 59.5)).isFalse();
    assertThat(box.contains(10.5, 60.01)).isFalse();
  }

  @Test
  void crossesTheAntimeridian() {
    BoundingBox fiji = BoundingBox.parse("177,-20,-178,-15");
    assertThat(fiji.contains(179, -17)).isTrue();
    assertThat(fiji.contains(-179, -17)).isTrue();
    assertThat(fiji.contains(0, -17)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1,2,3",
        "1,2,3,4,5",
        "a,b,c,d",
        "0,10,1,5",
        "181,0,1,1",
        "0,-91,1,1",
        "NaN,0,1,1"
      })
  void refusesWhatIsNoBox(String text) {
    assertThatThrownBy(() -> BoundingBox.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bbox");
  }
}
