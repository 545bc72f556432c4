package org.airwitness.airspace.format;

import java.time.Instant;
import org.airwitness.airspace.ZoneImport;

/** Reader of zone documents of one format from one source; may be used again and by any thread. */
public interface ZoneReader {
  /**
   * Reads a document; never throws for bad content.
   *
   * @param document the bytes as received
   * @param now tells which zones lie in the past ({@code TIME_PAST}); they are read all the same
   */
  ZoneImport read(byte[] document, Instant now);

  /** Reads a document without asking what lies in the past. */
  default ZoneImport read(byte[] document) {
    return read(document, Instant.MIN);
  }
}
