package org.airwitness.ingest.mqtt;

/**
 * Messages and bytes that the bus has not accepted yet, within limits; {@code total} is shared by
 * all connections. Used on one thread only, read from any.
 */
final class InFlight {
  private final int maxMessages;
  private final long maxBytes;
  private volatile int messages;
  private volatile long bytes;

  InFlight(int maxMessages, long maxBytes) {
    this.maxMessages = maxMessages;
    this.maxBytes = maxBytes;
  }

  boolean hasRoomFor(int size) {
    return messages < maxMessages && bytes + size <= maxBytes;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  void add(int size) {
    messages++;
    bytes += size;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  void remove(int size) {
    messages--;
    bytes -= size;
  }

  int messages() {
    return messages;
  }

  long bytes() {
    return bytes;
  }
}
