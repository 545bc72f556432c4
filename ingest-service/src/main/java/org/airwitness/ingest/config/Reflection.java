package org.airwitness.ingest.config;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Caches by size and time, for the native image: Caffeine makes cache and entries by the names of
 * the classes that have just what is asked for.
 */
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.SSMSA",
      "com.github.benmanes.caffeine.cache.PSAMS",
      "com.github.benmanes.caffeine.cache.SSMSW",
      "com.github.benmanes.caffeine.cache.PSWMS"
    })
final class Reflection {
  private Reflection() {}
}
