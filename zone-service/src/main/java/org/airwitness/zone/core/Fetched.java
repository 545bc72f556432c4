package org.airwitness.zone.core;

import org.jspecify.annotations.Nullable;

/** How a fetch of a published document ended. */
public sealed interface Fetched {
  /** Name of the outcome in metrics. */
  String label();

  /** The publisher says that nothing has changed, or the document is the same. */
  record Unchanged() implements Fetched {
    @Override
    public String label() {
      return "unchanged";
    }
  }

  /**
   * A document that is not the one before.
   *
   * @param etag entity tag as sent, weak or strong
   * @param lastModified HTTP date as sent
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; only carried.
  record Document(byte[] content, @Nullable String etag, @Nullable String lastModified)
      implements Fetched {
    @Override
    public String label() {
      return "fetched";
    }
  }

  /** We would not take it: an address that is not allowed, too large, too many redirects. */
  record Refused(String reason) implements Fetched {
    @Override
    public String label() {
      return "refused";
    }
  }

  /** There was no answer, or none with a document. */
  record Unreachable(String reason) implements Fetched {
    @Override
    public String label() {
      return "unreachable";
    }
  }
}
