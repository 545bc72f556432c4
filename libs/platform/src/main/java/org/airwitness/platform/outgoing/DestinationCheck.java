package org.airwitness.platform.outgoing;

import io.smallrye.mutiny.Uni;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import org.airwitness.platform.outgoing.OutgoingUrl.RefusedUrlException;
import org.jboss.logging.Logger;

/**
 * The wall between URLs that users give and our own network: resolves a host once and checks every
 * address. It stands before a URL is saved and again before every connection, since names change
 * their addresses.
 */
public final class DestinationCheck {
  /** One text for every address that is refused and for names without one; it tells nothing. */
  public static final String NEUTRAL = "The URL's host is not one that can be used";

  private static final Logger LOG = Logger.getLogger(DestinationCheck.class);

  private final OutgoingUrl.Limits limits;
  private final AddressRules rules;
  private final Resolver resolver;

  /** Makes the check of a deployment. */
  public DestinationCheck(OutgoingUrl.Limits limits, AddressRules rules, Resolver resolver) {
    this.limits = limits;
    this.rules = rules;
    this.resolver = resolver;
  }

  /** Makes the check that is configured, which asks the system's resolver. */
  public static DestinationCheck of(OutgoingConfig config) {
    List<String> own = config.refusedRanges().orElse(List.of());
    return new DestinationCheck(
        new OutgoingUrl.Limits(config.allowInternal(), config.ports()),
        new AddressRules(config.allowInternal(), own.stream().map(AddressRange::of).toList()),
        new SystemResolver());
  }

  /** Checks a URL; fails with {@link RefusedUrlException}, whose text the user may see. */
  public Uni<Destination> check(String url) {
    return Uni.createFrom()
        .item(() -> OutgoingUrl.parse(url, limits))
        .chain(parsed -> addresses(parsed).map(addresses -> destination(parsed, addresses)));
  }

  private Uni<List<InetAddress>> addresses(OutgoingUrl url) {
    if (url.isIpLiteral()) {
      return Uni.createFrom().item(() -> List.of(InetAddress.ofLiteral(url.host())));
    }
    return resolver
        .resolve(url.host())
        .onFailure()
        .invoke(failure -> LOG.debugf("Outgoing host %s: %s", url.host(), failure.getMessage()))
        .onFailure()
        .transform(failure -> new RefusedUrlException(NEUTRAL));
  }

  private Destination destination(OutgoingUrl url, List<InetAddress> addresses) {
    if (addresses.isEmpty() || !addresses.stream().allMatch(address -> isAllowed(url, address))) {
      LOG.debugf("Outgoing host %s has an address that is not allowed", url.host());
      throw new RefusedUrlException(NEUTRAL);
    }
    return new Destination(url, addresses.getFirst());
  }

  private boolean isAllowed(OutgoingUrl url, InetAddress address) {
    boolean disguised = url.isIpv6Literal() && !(address instanceof Inet6Address);
    return !disguised && rules.allows(address);
  }
}
