package org.airwitness.remoteid;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One page of authentication data (ASTM F3411, Authentication message, type 2).
 *
 * @param authTypeCode what the data prove, 0 to 15, see {@link #authType()}
 * @param page page number, 0 to 15
 * @param header what only page 0 tells; present on page 0, {@code null} on all others
 * @param data this page's part: 17 bytes on page 0, 23 on all others
 */
public record Authentication(
    int version, int authTypeCode, int page, @Nullable Header header, Bytes data)
    implements Message {
  static final int FIRST_PAGE_BYTES = 17;
  static final int PAGE_BYTES = 23;

  public Authentication {
    Ranges.requireVersion(version);
    Ranges.require("authTypeCode", authTypeCode, 0, 15);
    Ranges.require("page", page, 0, Ranges.MAX_PAGE);
    if ((header != null) != (page == 0)) {
      throw new IllegalArgumentException("page 0 and only page 0 has a header, page " + page);
    }
    int capacity = page == 0 ? FIRST_PAGE_BYTES : PAGE_BYTES;
    Ranges.require("data bytes of page " + page, data.length(), capacity, capacity);
  }

  /** What the data prove, {@code null} for a reserved code. */
  public @Nullable AuthType authType() {
    return AuthType.ofCode(authTypeCode);
  }

  /**
   * What page 0 tells of the whole.
   *
   * @param lastPage number of the last page, 0 to 15
   * @param length bytes of authentication data, at most what the pages hold and at most 255
   * @param time when the data were made
   */
  public record Header(int lastPage, int length, @Nullable Instant time) {
    public Header {
      Ranges.require("lastPage", lastPage, 0, Ranges.MAX_PAGE);
      Ranges.require("length", length, 0, Math.min(Ranges.MAX_BYTE, capacity(lastPage)));
      RemoteIdEpoch.require(time);
    }
  }

  /** How many bytes of data the pages up to and including {@code lastPage} hold. */
  static int capacity(int lastPage) {
    return FIRST_PAGE_BYTES + PAGE_BYTES * lastPage;
  }
}
