package org.airwitness.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.airwitness.alert.config.WebhooksConfig;
import org.airwitness.platform.outgoing.AddressRules;
import org.airwitness.platform.outgoing.Destination;
import org.airwitness.platform.outgoing.DestinationCheck;
import org.airwitness.platform.outgoing.OutgoingUrl;
import org.airwitness.platform.outgoing.OutgoingUrl.RefusedUrlException;
import org.airwitness.platform.outgoing.Resolver;
import org.airwitness.platform.outgoing.SystemResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check as an installation has it that sets nothing. */
class DestinationCheckTest {
  private static final WebhooksConfig DEFAULTS =
      new SmallRyeConfigBuilder()
          .withMapping(WebhooksConfig.class)
          .build()
          .getConfigMapping(WebhooksConfig.class);

  @Test
  void connectsToTheAddressThatWasChecked() {
    Destination receiver =
        check(answering("93.184.215.14")).check("https://example.com/x").await().indefinitely();
    assertThat(receiver.address()).isEqualTo(InetAddress.ofLiteral("93.184.215.14"));
    assertThat(receiver.url().host()).isEqualTo("example.com");
  }

  @Test
  void staysWithTheFirstAnswerOfANameThatChanges() {
    Deque<String> answers = new ArrayDeque<>(List.of("93.184.215.14", "127.0.0.1"));
    DestinationCheck check = check(host -> addresses(answers.poll()));
    assertThat(check.check("https://rebind.example/").await().indefinitely().address())
        .isEqualTo(InetAddress.ofLiteral("93.184.215.14"));
    assertRefused(check, "https://rebind.example/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.0.0.5",
        "169.254.169.254",
        "::1",
        "fd12::1",
        "64:ff9b::a00:1",
        "93.184.215.14,127.0.0.1",
        "127.0.0.1,93.184.215.14",
        "2606:4700::1,fe80::1"
      })
  void refusesANameWithAnyAddressThatIsNotPublic(String answer) {
    assertRefused(check(answering(answer.split(","))), "https://example.com/");
  }

  @Test
  void refusesANameWithoutAddressInTheSameWords() {
    Resolver unknown = host -> Uni.createFrom().failure(new UnknownHostException(host));
    assertRefused(check(unknown), "https://nowhere.example/");
    assertRefused(check(host -> Uni.createFrom().item(List.of())), "https://nowhere.example/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://10.0.0.1:8443/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:8.8.8.8]/",
        "https://[::ffff:808:808]/",
        "https://[::7f00:1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[fe80::1]/"
      })
  void refusesLiteralsWithoutAskingAnybody(String url) {
    Resolver never =
        host -> {
          throw new AssertionError("asked for " + host);
        };
    assertRefused(check(never), url);
  }

  @Test
  void refusesLoopbackByDefault() {
    DestinationCheck check = check(answering("127.0.0.1"));
    for (String url :
        List.of("http://127.0.0.1:9000/", "https://localhost/", "https://127.0.0.1:9000/")) {
      assertThatThrownBy(() -> check.check(url).await().indefinitely())
          .as(url)
          .isInstanceOf(RefusedUrlException.class);
    }
  }

  @Test
  void resolvesForReal() {
    List<InetAddress> addresses = new SystemResolver().resolve("localhost").await().indefinitely();
    assertThat(addresses).isNotEmpty().allMatch(InetAddress::isLoopbackAddress);
  }

  private static void assertRefused(DestinationCheck check, String url) {
    assertThatThrownBy(() -> check.check(url).await().indefinitely())
        .isInstanceOf(RefusedUrlException.class)
        .hasMessage(DestinationCheck.NEUTRAL);
  }

  private static DestinationCheck check(Resolver resolver) {
    return new DestinationCheck(
        new OutgoingUrl.Limits(DEFAULTS.allowInternal(), DEFAULTS.ports()),
        new AddressRules(DEFAULTS.allowInternal(), List.of()),
        resolver);
  }

  private static Resolver answering(String... addresses) {
    return host -> addresses(addresses);
  }

  private static Uni<List<InetAddress>> addresses(String... literals) {
    return Uni.createFrom().item(Stream.of(literals).map(InetAddress::ofLiteral).toList());
  }
}
