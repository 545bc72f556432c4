package org.airwitness.track.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.airwitness.platform.testing.JsonRecords;
import org.airwitness.tracking.Track;
import org.junit.jupiter.api.Test;

class ReflectionTest {
  @Test
  void namesEveryRecordOfAStoredTrack() {
    assertThat(Reflection.class.getAnnotation(RegisterForReflection.class).targets())
        .containsAll(JsonRecords.within(Track.class));
  }
}
