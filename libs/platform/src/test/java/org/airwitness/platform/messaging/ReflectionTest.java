package org.airwitness.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import org.airwitness.contract.ProtobufDeserializer;
import org.junit.jupiter.api.Test;

class ReflectionTest {
  @Test
  void namesEveryDeserializerOfTheContract() {
    Class<?>[] deserializers =
        Arrays.stream(ProtobufDeserializer.class.getPermittedSubclasses()).toArray(Class[]::new);
    assertThat(Reflection.class.getAnnotation(RegisterForReflection.class).targets())
        .contains(deserializers);
  }
}
