package org.airwitness.remoteid.radio;

import org.airwitness.remoteid.Bytes;

/** A part of a radio frame that is read from front to back and never past its end. */
final class ByteReader {
  private static final int ADDRESS_BYTES = 6;

  private final byte[] bytes;
  private final int end;
  private int at;

  ByteReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private ByteReader(byte[] bytes, int at, int end) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  int remaining() {
    return end - at;
  }

  boolean has(int count) {
    return remaining() >= count;
  }

  /** The byte some places ahead, without moving. */
  int peek(int ahead) {
    return bytes[at + ahead] & 0xFF;
  }

  int u8() {
    return bytes[at++] & 0xFF;
  }

  int u16() {
    return u8() | u8() << 8;
  }

  void skip(int count) {
    at += count;
  }

  /** The next bytes as a reader of their own; this one goes on behind them. */
  ByteReader take(int count) {
    ByteReader part = new ByteReader(bytes, at, at + count);
    at += count;
    return part;
  }

  boolean startsWith(int... expected) {
    if (!has(expected.length)) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (peek(i) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /** All that is left. */
  Bytes rest() {
    return Bytes.copyOf(bytes, at, remaining());
  }

  byte[] array() {
    return bytes;
  }

  int position() {
    return at;
  }

  /** An address in the order it is written in. */
  String address() {
    return address(false);
  }

  /** An address sent last byte first, as Bluetooth does. */
  String reversedAddress() {
    return address(true);
  }

  private String address(boolean reversed) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ADDRESS_BYTES; i++) {
      int value = peek(reversed ? ADDRESS_BYTES - 1 - i : i);
      text.append(i == 0 ? "" : ":");
      text.append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 0xF, 16));
    }
    skip(ADDRESS_BYTES);
    return text.toString();
  }
}
