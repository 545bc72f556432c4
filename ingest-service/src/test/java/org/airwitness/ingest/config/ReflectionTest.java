package org.airwitness.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReflectionTest {
  @Test
  void namesWhatCaffeineMakesOfOurCaches() throws ReflectiveOperationException {
    List<String> named =
        List.of(Reflection.class.getAnnotation(RegisterForReflection.class).classNames());
    Caffeine<Object, Object> accessed =
        Caffeine.newBuilder().maximumSize(9).expireAfterAccess(Duration.ofMinutes(1));
    Caffeine<Object, Object> written =
        Caffeine.newBuilder().maximumSize(9).expireAfterWrite(Duration.ofMinutes(1));
    for (Cache<?, ?> cache : List.of(accessed.build(), written.build())) {
      Object made = field(cache, "cache");
      assertThat(named)
          .contains(made.getClass().getName(), field(made, "nodeFactory").getClass().getName());
    }
  }

  private static Object field(Object of, String name) throws ReflectiveOperationException {
    for (Class<?> type = of.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field.get(of);
        }
      }
    }
    throw new NoSuchFieldException(name);
  }
}
