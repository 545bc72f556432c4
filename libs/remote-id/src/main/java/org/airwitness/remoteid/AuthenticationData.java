package org.airwitness.remoteid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Authentication data put together from their pages (ASTM F3411, Authentication message).
 *
 * @param authTypeCode what the data prove, 0 to 15, see {@link #authType()}
 * @param time when the data were made
 * @param data up to 255 bytes
 * @param additional error correction bytes behind the data, often none
 */
public record AuthenticationData(
    int version, int authTypeCode, @Nullable Instant time, Bytes data, Bytes additional) {

  public AuthenticationData {
    Ranges.requireVersion(version);
    Ranges.require("authTypeCode", authTypeCode, 0, 15);
    RemoteIdEpoch.require(time);
    Ranges.require("data bytes", data.length(), 0, Ranges.MAX_BYTE);
    int room = Authentication.capacity(Ranges.MAX_PAGE) - data.length() - 1;
    Ranges.require("additional bytes", additional.length(), 0, Math.min(Ranges.MAX_BYTE, room));
  }

  /**
   * The data of the last page 0 given and the pages that belong to it: those of its version and
   * type. Of two pages with one number the later counts. Which pages arrived close enough in time
   * is for the caller to say; the standard's limit is 10 s.
   *
   * @return empty while a page is missing
   */
  public static Optional<AuthenticationData> assemble(List<Authentication> pages) {
    @Nullable Authentication[] byNumber = new @Nullable Authentication[Ranges.MAX_PAGE + 1];
    for (Authentication page : pages) {
      if (page.header() != null) {
        byNumber[0] = page;
      }
    }
    Authentication first = byNumber[0];
    if (first == null || first.header() == null) {
      return Optional.empty();
    }
    for (Authentication page : pages) {
      if (page.page() > 0 && belongs(page, first)) {
        byNumber[page.page()] = page;
      }
    }
    return join(first, first.header(), byNumber);
  }

  private static boolean belongs(Authentication page, Authentication first) {
    return page.version() == first.version() && page.authTypeCode() == first.authTypeCode();
  }

  private static Optional<AuthenticationData> join(
      Authentication first, Authentication.Header header, @Nullable Authentication[] byNumber) {
    byte[] all = new byte[Authentication.capacity(header.lastPage())];
    int filled = 0;
    for (int number = 0; number <= header.lastPage(); number++) {
      Authentication page = byNumber[number];
      if (page == null) {
        return Optional.empty();
      }
      page.data().copyTo(all, filled);
      filled += page.data().length();
    }
    return Optional.of(
        new AuthenticationData(
            first.version(),
            first.authTypeCode(),
            header.time(),
            Bytes.copyOf(all, 0, header.length()),
            additional(all, header.length())));
  }

  /** The counted bytes behind the data; none if their count runs past the pages. */
  private static Bytes additional(byte[] all, int length) {
    if (length >= all.length) {
      return Bytes.empty();
    }
    int count = LittleEndian.u8(all, length);
    return length + 1 + count <= all.length ? Bytes.copyOf(all, length + 1, count) : Bytes.empty();
  }

  /** The pages a sender transmits for these data, in order. */
  public List<Authentication> pages() {
    byte[] all = new byte[Authentication.capacity(lastPage())];
    data.copyTo(all, 0);
    if (additional.length() > 0) {
      all[data.length()] = (byte) additional.length();
      additional.copyTo(all, data.length() + 1);
    }
    List<Authentication> pages = new ArrayList<>();
    int at = 0;
    for (int number = 0; number <= lastPage(); number++) {
      int size = number == 0 ? Authentication.FIRST_PAGE_BYTES : Authentication.PAGE_BYTES;
      Authentication.Header header =
          number == 0 ? new Authentication.Header(lastPage(), data.length(), time) : null;
      pages.add(
          new Authentication(version, authTypeCode, number, header, Bytes.copyOf(all, at, size)));
      at += size;
    }
    return List.copyOf(pages);
  }

  private int lastPage() {
    int tail = additional.length() == 0 ? 0 : 1 + additional.length();
    int beyondFirst = data.length() + tail - Authentication.FIRST_PAGE_BYTES;
    return Math.max(0, Math.ceilDiv(beyondFirst, Authentication.PAGE_BYTES));
  }

  /** What the data prove, {@code null} for a reserved code. */
  public @Nullable AuthType authType() {
    return AuthType.ofCode(authTypeCode);
  }

  /** The DRIP method of the data (RFC 9575), {@code null} if they follow none. */
  public @Nullable DripMethod dripMethod() {
    return authType() == AuthType.SPECIFIC_METHOD && data.length() > 0
        ? DripMethod.ofCode(data.at(0))
        : null;
  }
}
