package org.airwitness.alert.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {
  private static final String ID = "msg_01JZ8W4X6T3Q9V5N2K7M0B1C2E";
  private static final String BODY =
      "{\"type\":\"alert.raised\",\"timestamp\":\"2026-03-01T12:00:05Z\","
          + "\"data\":{\"alertId\":\"01JZ8W4X6T3Q9V5N2K7M0B1C2D\"}}";

  @Test
  void signsTheKnownExample() {
    var secret = WebhookSecret.parse("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");
    assertThat(secret.sign(ID, 1772366405, BODY))
        .isEqualTo("v1,NwzcZmf9vy4g6EZpVFuGopEg9BuZNqmMsydefo2YCD8=");
  }

  @Test
  void isVerifiedByTheReferenceLibrary() {
    var secret = WebhookSecret.generate(new Random(1));
    assertThatCode(() -> verify(secret, BODY, signature(secret, BODY))).doesNotThrowAnyException();
    assertThatThrownBy(() -> verify(secret, BODY + " ", signature(secret, BODY)))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 32, 64})
  void keepsEverySizeOfKey(int bytes) {
    String text = "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    var secret = WebhookSecret.parse(text);
    assertThat(secret.text()).isEqualTo(text);
    assertThat(WebhookSecret.ofBytes(secret.bytes())).isEqualTo(secret);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 23, 65})
  void refusesAKeyThatIsTooShortOrTooLong(int bytes) {
    String text = "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    assertThatThrownBy(() -> WebhookSecret.parse(text)).hasMessageContaining("24 to 64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec_", "whsec_!!!!", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"})
  void refusesAnotherForm(String text) {
    assertThatThrownBy(() -> WebhookSecret.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hidesItsKey() {
    var secret = WebhookSecret.generate(new Random(2));
    assertThat(secret.toString()).doesNotContain(secret.text().substring(6));
  }

  private static String signature(WebhookSecret secret, String body) {
    return secret.sign(ID, Instant.now().getEpochSecond(), body);
  }

  private static void verify(WebhookSecret secret, String body, String signature)
      throws WebhookVerificationException {
    var headers =
        Map.of(
            "webhook-id", List.of(ID),
            "webhook-timestamp", List.of(Long.toString(Instant.now().getEpochSecond())),
            "webhook-signature", List.of(signature));
    new Webhook(secret.text()).verify(body, HttpHeaders.of(headers, (name, value) -> true));
  }
}
