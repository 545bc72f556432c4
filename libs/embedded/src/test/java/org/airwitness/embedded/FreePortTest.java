package org.airwitness.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortTest {

  @Test
  void givesNoPortTwice() {
    var ports = Stream.generate(FreePort::find).limit(1000).toList();

    assertThat(ports).doesNotHaveDuplicates();
  }
}
