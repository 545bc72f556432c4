package org.airwitness.platform.testing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The records that Jackson meets on its way through a record: a native image must know each. */
public final class JsonRecords {
  private JsonRecords() {}

  /** Returns the roots and every record of this project that they are made of. */
  public static Set<Class<?>> within(Class<?>... roots) {
    Set<Class<?>> found = new LinkedHashSet<>();
    Deque<Class<?>> open = new ArrayDeque<>(Arrays.asList(roots));
    while (!open.isEmpty()) {
      Class<?> type = open.pop();
      if (type.isRecord() && found.add(type)) {
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getGenericType)
            .flatMap(JsonRecords::classes)
            .forEach(open::push);
      } else if (type.isSealed()) {
        open.addAll(Arrays.asList(type.getPermittedSubclasses()));
      }
    }
    return found;
  }

  private static Stream<Class<?>> classes(Type type) {
    return switch (type) {
      case Class<?> plain when plain.isArray() -> classes(plain.getComponentType());
      case Class<?> plain when plain.getName().startsWith("org.airwitness.") -> Stream.of(plain);
      case ParameterizedType generic ->
          Arrays.stream(generic.getActualTypeArguments()).flatMap(JsonRecords::classes);
      default -> Stream.empty();
    };
  }
}
