package org.airwitness.platform.outgoing;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses we connect to for users: those of the public Internet.
 *
 * <p>Explicit prefixes of the IANA special-purpose registries, because the JDK's {@code
 * isSiteLocalAddress} and its like leave out 100.64/10, fc00::/7 and the translations of IPv4 into
 * IPv6 by which an inner address can be reached.
 */
public final class AddressRules {
  /** Loopback and private use; reachable where the deployment allows internal destinations. */
  private static final List<AddressRange> INTERNAL =
      ranges("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7");

  private static final List<AddressRange> NEVER =
      ranges(
          "0.0.0.0/8",
          "100.64.0.0/10",
          "169.254.0.0/16",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "168.63.129.16/32",
          "::/96",
          "::ffff:0:0/96",
          "64:ff9b::/96",
          "64:ff9b:1::/48",
          "100::/64",
          "2001::/32",
          "2001:db8::/32",
          "2002::/16",
          "fe80::/10",
          "fec0::/10",
          "ff00::/8");

  private final boolean allowInternal;
  private final List<AddressRange> own;

  /**
   * Makes the rules of a deployment.
   *
   * @param allowInternal whether loopback and private addresses are destinations too
   * @param own further ranges to refuse: those of the cluster, its services and its nodes
   */
  public AddressRules(boolean allowInternal, List<AddressRange> own) {
    this.allowInternal = allowInternal;
    this.own = List.copyOf(own);
  }

  public boolean allows(InetAddress address) {
    if (isIn(own, address)) {
      return false;
    }
    if (isIn(INTERNAL, address)) {
      return allowInternal;
    }
    return !isIn(NEVER, address);
  }

  private static boolean isIn(List<AddressRange> ranges, InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  private static List<AddressRange> ranges(String... texts) {
    return Stream.of(texts).map(AddressRange::of).toList();
  }
}
