package org.airwitness.ingest.core;

import java.util.UUID;

/**
 * What one instance remembers of one sensor between messages, all of it for convenience: after a
 * restart frames go out under their address until an identity is heard again, and what is sent
 * twice carries the same id.
 */
public final class SensorSession {
  static final int RECENT_FRAMES = 2048;
  static final int RECENT_BATCHES = 512;

  final Assembler assembler = new Assembler();
  final RecentKeys<UUID, Boolean> frames = new RecentKeys<>(RECENT_FRAMES);
  final RecentKeys<BatchNumber, UUID> batches = new RecentKeys<>(RECENT_BATCHES);

  record BatchNumber(long boot, long sequence) {
    static BatchNumber of(BatchKey key) {
      return new BatchNumber(key.boot(), key.sequence());
    }
  }
}
