package org.airwitness.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {
  private final AddressRules publicOnly = new AddressRules(false, List.of());
  private final AddressRules withInternal = new AddressRules(true, List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.0.0",
        "169.254.169.254",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.0",
        "192.0.0.255",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.0",
        "192.168.255.255",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "168.63.129.16",
        "::",
        "::1",
        "::7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "64:ff9b:1:ffff::1",
        "100::1",
        "2001:db8::1",
        "2001::1",
        "2002:7f00:1::",
        "fc00::1",
        "fdff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "feff::1",
        "ff02::1"
      })
  void refusesWhatIsNotThePublicInternet(String address) {
    assertThat(publicOnly.allows(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.1",
        "192.0.1.1",
        "192.0.3.0",
        "192.88.98.255",
        "192.88.100.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "198.51.99.255",
        "198.51.101.0",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
        "168.63.129.15",
        "168.63.129.17",
        "2606:4700::1",
        "2001:1::1",
        "2001:db7:ffff::1",
        "2001:db9::1",
        "2003::1",
        "64:ff9a::1",
        "64:ff9b:2::1",
        "100:0:0:1::1",
        "fbff::1"
      })
  void allowsWhatLiesRightBeside(String address) {
    assertThat(publicOnly.allows(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void refusesMappedAddressesTheJdkHasNotUnwrapped() throws UnknownHostException {
    byte[] mapped = InetAddress.ofLiteral("::1").getAddress();
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    mapped[12] = 8;
    var address = Inet6Address.getByAddress("mapped", mapped, -1);
    assertThat(address.getAddress()).hasSize(16);
    assertThat(publicOnly.allows(address)).isFalse();
    assertThat(withInternal.allows(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "::1", "fd00::1"})
  void allowsLoopbackAndPrivateAddressesWhereToldTo(String address) {
    assertThat(withInternal.allows(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"169.254.169.254", "168.63.129.16", "0.0.0.0", "224.0.0.1", "fe80::1"})
  void refusesMetadataAndMulticastEvenThen(String address) {
    assertThat(withInternal.allows(InetAddress.ofLiteral(address))).isFalse();
  }

  @Test
  void refusesTheDeploymentsOwnRangesInAnyCase() {
    var own = new AddressRules(true, List.of(AddressRange.of("10.96.0.0/12"), range6()));
    assertThat(own.allows(InetAddress.ofLiteral("10.96.0.1"))).isFalse();
    assertThat(own.allows(InetAddress.ofLiteral("10.111.255.255"))).isFalse();
    assertThat(own.allows(InetAddress.ofLiteral("10.112.0.0"))).isTrue();
    assertThat(own.allows(InetAddress.ofLiteral("2a00:1:2:3::9"))).isFalse();
    assertThat(own.allows(InetAddress.ofLiteral("2a00:1:2:4::9"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.0.0.0", "10.0.0.0/33", "::/129", "example.org/8", "10.0.0.0/x"})
  void refusesARangeThatIsNone(String text) {
    assertThatThrownBy(() -> AddressRange.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static AddressRange range6() {
    return AddressRange.of("2a00:1:2:3::/64");
  }
}
