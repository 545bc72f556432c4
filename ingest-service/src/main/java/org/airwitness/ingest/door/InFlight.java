package org.airwitness.ingest.door;

/**
 * Messages and bytes that the bus has not accepted yet. Whoever reads from sensors stops when it is
 * full and goes on when it has room again, so that it goes beyond its limits by the messages
 * already read only. Used on one thread, read from any.
 */
public final class InFlight {
  /** What a message takes of the heap besides its bytes, roughly. */
  private static final int BYTES_A_MESSAGE = 2048;

  private final int maxMessages;
  private final long maxBytes;
  private volatile int messages;
  private volatile long bytes;

  public InFlight(int maxMessages, long maxBytes) {
    this.maxMessages = maxMessages;
    this.maxBytes = maxBytes;
  }

  /** These limits, or lower ones where they would take more of the heap than a share of it. */
  static InFlight within(long shareBytes, int maxMessages, long maxBytes) {
    return new InFlight(
        (int) Math.min(maxMessages, shareBytes / BYTES_A_MESSAGE), Math.min(maxBytes, shareBytes));
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  public void add(int size) {
    messages++;
    bytes += size;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  public void remove(int size) {
    messages--;
    bytes -= size;
  }

  /** Whether nothing more should be read. */
  public boolean isFull() {
    return messages >= maxMessages || bytes >= maxBytes;
  }

  /** Whether half of it is free: a good moment to read again after it was full. */
  public boolean hasRoom() {
    return messages <= maxMessages / 2 && bytes <= maxBytes / 2;
  }

  public int messages() {
    return messages;
  }

  public long bytes() {
    return bytes;
  }
}
