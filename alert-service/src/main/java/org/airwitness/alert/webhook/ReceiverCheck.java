package org.airwitness.alert.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import org.airwitness.alert.core.webhook.AddressRules;
import org.airwitness.alert.core.webhook.WebhookUrl;
import org.airwitness.alert.core.webhook.WebhookUrl.RefusedUrlException;
import org.jboss.logging.Logger;

/**
 * The wall between subscribers' URLs and our own network: resolves a host once and checks every
 * address. It stands before a subscription is saved and again before every attempt, since names
 * change their addresses.
 */
@Singleton
public final class ReceiverCheck {
  /** One text for every address that is refused and for names without one; it tells nothing. */
  static final String NEUTRAL = "The URL's host is not a receiver that can be used";

  private static final Logger LOG = Logger.getLogger(ReceiverCheck.class);

  private final WebhookUrl.Limits limits;
  private final AddressRules rules;
  private final Resolver resolver;

  ReceiverCheck(WebhookUrl.Limits limits, AddressRules rules, Resolver resolver) {
    this.limits = limits;
    this.rules = rules;
    this.resolver = resolver;
  }

  /** Checks a URL; fails with {@link RefusedUrlException}, whose text the subscriber may see. */
  public Uni<Receiver> check(String url) {
    return Uni.createFrom()
        .item(() -> WebhookUrl.parse(url, limits))
        .chain(parsed -> addresses(parsed).map(addresses -> receiver(parsed, addresses)));
  }

  private Uni<List<InetAddress>> addresses(WebhookUrl url) {
    if (url.isIpLiteral()) {
      return Uni.createFrom().item(() -> List.of(InetAddress.ofLiteral(url.host())));
    }
    return resolver
        .resolve(url.host())
        .onFailure()
        .invoke(failure -> LOG.debugf("Webhook host %s: %s", url.host(), failure.getMessage()))
        .onFailure()
        .transform(failure -> new RefusedUrlException(NEUTRAL));
  }

  private Receiver receiver(WebhookUrl url, List<InetAddress> addresses) {
    if (addresses.isEmpty() || !addresses.stream().allMatch(address -> isAllowed(url, address))) {
      LOG.debugf("Webhook host %s has an address that is not allowed", url.host());
      throw new RefusedUrlException(NEUTRAL);
    }
    return new Receiver(url, addresses.getFirst());
  }

  private boolean isAllowed(WebhookUrl url, InetAddress address) {
    boolean disguised = url.isIpv6Literal() && !(address instanceof Inet6Address);
    return !disguised && rules.allows(address);
  }
}
