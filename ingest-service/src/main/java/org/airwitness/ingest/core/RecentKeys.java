package org.airwitness.ingest.core;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last keys that were done with, oldest forgotten first; at most a fixed number. */
final class RecentKeys<K, V> {
  private final Map<K, V> entries;

  RecentKeys(int limit) {
    this.entries =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > limit;
          }
        };
  }

  @Nullable V find(K key) {
    return entries.get(key);
  }

  /** Remembers a key; false when it was known already. */
  boolean add(K key, V value) {
    return entries.putIfAbsent(key, value) == null;
  }
}
