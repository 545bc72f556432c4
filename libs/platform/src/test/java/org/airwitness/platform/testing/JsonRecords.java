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

/** The records that Jackson meets on its way through a type: a native image must know each. */
public final class JsonRecords {
  private JsonRecords() {}

  /** Returns every record of this project among the roots and in what they are made of. */
  public static Set<Class<?>> within(Type... roots) {
    Set<Class<?>> found = new LinkedHashSet<>();
    Deque<Class<?>> open = new ArrayDeque<>();
    Arrays.stream(roots).flatMap(JsonRecords::classes).forEach(open::push);
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
          Stream.concat(
              classes(generic.getRawType()),
              Arrays.stream(generic.getActualTypeArguments()).flatMap(JsonRecords::classes));
      default -> Stream.empty();
    };
  }
}
