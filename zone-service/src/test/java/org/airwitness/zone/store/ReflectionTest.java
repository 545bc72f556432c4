package org.airwitness.zone.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.format.SourceProfile;
import org.airwitness.platform.testing.JsonRecords;
import org.junit.jupiter.api.Test;

class ReflectionTest {
  @Test
  void namesEveryRecordOfAStoredZoneAndOfAProfile() {
    assertThat(Reflection.class.getAnnotation(RegisterForReflection.class).targets())
        .containsAll(JsonRecords.within(Zone.class, SourceProfile.class));
  }
}
