package org.airwitness.ingest.core;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one instance remembers of one sensor between messages, all of it for convenience: after a
 * restart frames go out under their address until an identity is heard again, and what is sent
 * twice carries the same id.
 */
public final class SensorSession {
  static final int RECENT_FRAMES = 2048;
  static final int RECENT_BATCHES = 512;

  final Assembler assembler = new Assembler();
  private final RecentKeys<Boolean> frames;
  private final RecentKeys<UUID> batches;
  private @Nullable SensorSession past;

  public SensorSession() {
    this(new RecentKeys<>(RECENT_FRAMES), new RecentKeys<>(RECENT_BATCHES));
  }

  private SensorSession(RecentKeys<Boolean> frames, RecentKeys<UUID> batches) {
    this.frames = frames;
    this.batches = batches;
  }

  /**
   * Returns the session for messages of the past: it knows what was sent before, and leaves alone
   * what transmitters say at present.
   */
  SensorSession past() {
    if (past == null) {
      past = new SensorSession(frames, batches);
    }
    return past;
  }

  boolean knows(UUID frame) {
    return frames.find(frame.getMostSignificantBits(), frame.getLeastSignificantBits()) != null;
  }

  /** Remembers a frame; false when it was known already. */
  boolean remember(UUID frame) {
    return frames.add(frame.getMostSignificantBits(), frame.getLeastSignificantBits(), true);
  }

  /** The content the batch of this number had; null when there was none. */
  @Nullable UUID contentOf(BatchKey batch) {
    return batches.find(batch.boot(), batch.sequence());
  }

  void remember(BatchKey batch) {
    batches.add(batch.boot(), batch.sequence(), batch.content());
  }
}
