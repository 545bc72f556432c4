package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/**
 * The layout of {@link Authentication}: b1 type and page; on page 0 b2 last page, b3 length, b4-7
 * time, b8-24 data; on other pages b2-24 data.
 */
final class AuthenticationFormat {
  static final int TYPE = 2;
  private static final int FIRST_PAGE_DATA = 8;
  private static final int PAGE_DATA = 2;

  private AuthenticationFormat() {}

  static Message read(byte[] bytes, int at, Screen screen) {
    int version = RemoteIdDecoder.version(bytes, at);
    int code = LittleEndian.u8(bytes, at + 1) >> 4;
    int page = bytes[at + 1] & 0xF;
    screen.code(Field.AUTH_TYPE, code, AuthType.ofCode(code));
    if (page > 0) {
      Bytes data = Bytes.copyOf(bytes, at + PAGE_DATA, Authentication.PAGE_BYTES);
      return new Authentication(version, code, page, null, data);
    }
    int lastPage = LittleEndian.u8(bytes, at + 2);
    int length = LittleEndian.u8(bytes, at + 3);
    Reason fault = fault(lastPage, length, screen);
    if (fault != null) {
      Bytes raw = Bytes.copyOf(bytes, at, RemoteIdDecoder.MESSAGE_BYTES);
      return new Unreadable(version, raw, fault);
    }
    Authentication.Header header =
        new Authentication.Header(lastPage, length, screen.time(LittleEndian.u32(bytes, at + 4)));
    Bytes data = Bytes.copyOf(bytes, at + FIRST_PAGE_DATA, Authentication.FIRST_PAGE_BYTES);
    return new Authentication(version, code, page, header, data);
  }

  /** What makes a page 0 useless, reported; {@code null} if nothing does. */
  static @Nullable Reason fault(int lastPage, int length, Screen screen) {
    if (lastPage > Ranges.MAX_PAGE) {
      screen.report(Reason.AUTH_PAGE, Field.AUTH_LAST_PAGE, lastPage);
      return Reason.AUTH_PAGE;
    }
    if (length > Authentication.capacity(lastPage)) {
      screen.report(Reason.AUTH_LENGTH, Field.AUTH_LENGTH, length);
      return Reason.AUTH_LENGTH;
    }
    return null;
  }

  static void write(Authentication message, byte[] bytes, int at) {
    bytes[at + 1] = (byte) (message.authTypeCode() << 4 | message.page());
    Authentication.Header header = message.header();
    if (header == null) {
      message.data().copyTo(bytes, at + PAGE_DATA);
      return;
    }
    bytes[at + 2] = (byte) header.lastPage();
    bytes[at + 3] = (byte) header.length();
    LittleEndian.put32(bytes, at + 4, RemoteIdEpoch.seconds(header.time()));
    message.data().copyTo(bytes, at + FIRST_PAGE_DATA);
  }
}
