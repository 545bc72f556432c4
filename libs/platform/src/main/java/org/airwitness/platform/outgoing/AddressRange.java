package org.airwitness.platform.outgoing;

import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * A block of IP addresses of one family that share their first bits, written {@code 10.0.0.0/8}.
 */
public final class AddressRange {
  private static final Pattern FORM = Pattern.compile("([0-9.]+|[0-9a-fA-F:]+)/([0-9]{1,3})");

  private final String text;
  private final byte[] network;
  private final int bits;

  private AddressRange(String text, byte[] network, int bits) {
    this.text = text;
    this.network = network;
    this.bits = bits;
  }

  /**
   * Reads a range.
   *
   * @throws IllegalArgumentException when it is not an address, a slash and a number of bits
   */
  public static AddressRange of(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("An address range looks like 10.0.0.0/8, not " + text);
    }
    byte[] network = literal(form.group(1));
    int bits = Integer.parseInt(form.group(2));
    if (bits > network.length * 8) {
      throw new IllegalArgumentException("Too many bits in the address range " + text);
    }
    return new AddressRange(text, network, bits);
  }

  public boolean contains(InetAddress address) {
    byte[] candidate = address.getAddress();
    if (candidate.length != network.length) {
      return false;
    }
    int whole = bits / 8;
    for (int i = 0; i < whole; i++) {
      if (candidate[i] != network[i]) {
        return false;
      }
    }
    int mask = 0xff00 >> (bits % 8) & 0xff;
    return mask == 0 || (candidate[whole] & mask) == (network[whole] & mask);
  }

  /** Reads a literal; no name server is asked. */
  private static byte[] literal(String address) {
    byte[] bytes = InetAddress.ofLiteral(address).getAddress();
    return address.contains(":") && bytes.length == 4 ? mapped(bytes) : bytes;
  }

  /** Undoes what the JDK does to {@code ::ffff:a.b.c.d}. */
  private static byte[] mapped(byte[] v4) {
    byte[] v6 = new byte[16];
    v6[10] = (byte) 0xff;
    v6[11] = (byte) 0xff;
    System.arraycopy(v4, 0, v6, 12, 4);
    return v6;
  }

  @Override
  public String toString() {
    return text;
  }
}
