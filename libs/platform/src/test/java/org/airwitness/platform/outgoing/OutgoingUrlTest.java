package org.airwitness.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.airwitness.platform.outgoing.OutgoingUrl.Limits;
import org.airwitness.platform.outgoing.OutgoingUrl.RefusedUrlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingUrlTest {
  private static final Limits STRICT = new Limits(false, Set.of(443, 8443));
  private static final Limits INTERNAL = new Limits(true, Set.of(443, 8443));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "file:///etc/passwd",
        "ftp://example.com/",
        "gopher://example.com/",
        "example.com/hook",
        "//example.com/hook",
        "https:example.com",
        "https:///path",
        "https://",
        "https://example.com@127.0.0.1/",
        "https://user:pass@example.com/",
        "https://@example.com/",
        "https://example.com/#fragment",
        "https://127.1/",
        "https://exa_mple.com/",
        "https://ex%61mple.com/",
        "https://ex\u00e4mple.com/",
        "https://example.com:25/",
        "https://example.com:5432/",
        "https://example.com:80/",
        "https://example.com:0/",
        "https://example.com:65536/",
        "https://localhost/",
        "https://LOCALHOST/",
        "https://localhost./",
        "https://a.localhost/",
        "https://printer.local/",
        "https://vault.internal/",
        "https://kubernetes.default.svc/",
        "https://db.prod.svc.cluster.local/",
        "https://metadata.google.internal/",
        "https://intranet/",
        "https://intranet./",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0177.0.0.1/",
        "https://127.0.0.01/",
        "https://0x7f.0.0.1/",
        "https://1.2.3/",
        "https://1.2.3.4.5/",
        "https://256.1.1.1/",
        "https://1.2.3.4./",
        "https://[fe80::1%25eth0]/",
        "https://exa mple.com/",
        "https://example.com/\n"
      })
  void refusesWhatCannotBeAPublicReceiver(String url) {
    assertThatThrownBy(() -> OutgoingUrl.parse(url, STRICT))
        .isInstanceOf(RefusedUrlException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.com, example.com, 443, /, example.com",
    "https://Example.COM/a?b=c, example.com, 443, /a?b=c, example.com",
    "HTTPS://hooks.example.com:8443/x, hooks.example.com, 8443, /x, hooks.example.com:8443",
    "https://1.2.3.4/, 1.2.3.4, 443, /, 1.2.3.4",
    "https://[2606:4700::1]/, 2606:4700::1, 443, /, [2606:4700::1]",
    "https://example.com?q, example.com, 443, /?q, example.com"
  })
  void readsAPublicReceiver(String text, String host, int port, String target, String header) {
    OutgoingUrl url = OutgoingUrl.parse(text, STRICT);
    assertThat(url).isEqualTo(new OutgoingUrl(true, host, port, target));
    assertThat(url.hostHeader()).isEqualTo(header);
  }

  @Test
  void refusesAnEndlessUrl() {
    String url = "https://example.com/" + "x".repeat(2048);
    assertThatThrownBy(() -> OutgoingUrl.parse(url, STRICT)).hasMessageContaining("2048");
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:39001/hook, 127.0.0.1, 39001",
    "http://localhost/hook, localhost, 80",
    "http://receiver:8080/hook, receiver, 8080"
  })
  void readsInnerReceiversWhereTheyAreAllowed(String text, String host, int port) {
    assertThat(OutgoingUrl.parse(text, INTERNAL))
        .isEqualTo(new OutgoingUrl(false, host, port, "/hook"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "http://user@127.0.0.1/",
        "http://0177.0.0.1/",
        "http://2130706433/",
        "http://127.0.0.1/#x"
      })
  void refusesTrickeryEvenThen(String url) {
    assertThatThrownBy(() -> OutgoingUrl.parse(url, INTERNAL))
        .isInstanceOf(RefusedUrlException.class);
  }
}
