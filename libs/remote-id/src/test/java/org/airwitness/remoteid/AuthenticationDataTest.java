package org.airwitness.remoteid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AuthenticationDataTest {
  private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
  private final Random random = new Random(42);

  @Test
  void assemblesDataOfEveryLength() {
    for (int length = 0; length <= 255; length++) {
      AuthenticationData data = data(1, length, 0);
      List<Authentication> pages = data.pages();

      assertThat(pages).hasSize(1 + Math.max(0, Math.ceilDiv(length - 17, 23)));
      assertThat(AuthenticationData.assemble(pages)).contains(data);
    }
  }

  @Test
  void assemblesErrorCorrectionBytesBehindTheData() {
    for (int count = 1; count <= 106; count++) {
      AuthenticationData data = data(1, 255, count);

      assertThat(AuthenticationData.assemble(data.pages())).contains(data);
    }
  }

  @Test
  void assemblesPagesInAnyOrder() {
    AuthenticationData data = data(3, 120, 9);
    List<Authentication> pages = new ArrayList<>(data.pages());
    Collections.shuffle(pages, random);

    assertThat(AuthenticationData.assemble(pages)).contains(data);
  }

  @Test
  void waitsForEveryPage() {
    List<Authentication> pages = data(1, 63, 0).pages();
    for (int missing = 0; missing < pages.size(); missing++) {
      List<Authentication> incomplete = new ArrayList<>(pages);
      incomplete.remove(missing);
      assertThat(AuthenticationData.assemble(incomplete)).isEmpty();
    }
  }

  @Test
  void leavesOutPagesOfAnotherTypeOrVersion() {
    List<Authentication> pages = data(1, 40, 0).pages();
    Authentication second = pages.get(1);
    Authentication otherType = new Authentication(2, 2, 1, null, second.data());
    Authentication otherVersion = new Authentication(1, 1, 1, null, second.data());

    assertThat(AuthenticationData.assemble(List.of(pages.get(0), otherType, otherVersion)))
        .isEmpty();
  }

  @Test
  void startsAnewWithANewFirstPage() {
    AuthenticationData old = data(1, 17, 0);
    AuthenticationData latest = data(1, 17, 0);

    assertThat(
            AuthenticationData.assemble(List.of(old.pages().getFirst(), latest.pages().getFirst())))
        .contains(latest);
  }

  @Test
  void ignoresACountOfErrorCorrectionBytesThatRunsPastThePages() {
    byte[] all = new byte[17];
    all[10] = 7;
    Authentication page =
        new Authentication(2, 1, 0, new Authentication.Header(0, 10, TIME), Bytes.of(all));

    assertThat(AuthenticationData.assemble(List.of(page)).orElseThrow().additional())
        .isEqualTo(Bytes.empty());
  }

  @Test
  void assemblesFromAFrame() {
    AuthenticationData data = data(5, 100, 0);
    byte[] pack = RemoteIdEncoder.encodePack(2, data.pages());

    assertThat(Decoding.frame(pack).findAuthentication()).contains(data);
    assertThat(Decoding.frame(RemoteIdEncoder.encode(Samples.LOCATION)).findAuthentication())
        .isEmpty();
  }

  @Test
  void namesTheDripMethod() {
    assertThat(method(5, 1)).isEqualTo(DripMethod.LINK);
    assertThat(method(5, 2)).isEqualTo(DripMethod.WRAPPER);
    assertThat(method(5, 3)).isEqualTo(DripMethod.MANIFEST);
    assertThat(method(5, 4)).isEqualTo(DripMethod.FRAME);
    assertThat(method(5, 5)).isNull();
    assertThat(method(1, 1)).isNull();
  }

  private static DripMethod method(int authType, int code) {
    Bytes data = Bytes.of((byte) code, (byte) 0);
    return new AuthenticationData(2, authType, TIME, data, Bytes.empty()).dripMethod();
  }

  /** Data without a zero byte, so that no padding is taken for a count. */
  private AuthenticationData data(int authType, int length, int additional) {
    return new AuthenticationData(2, authType, TIME, bytes(length), bytes(additional));
  }

  private Bytes bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) random.nextInt(1, 256);
    }
    return Bytes.of(bytes);
  }
}
