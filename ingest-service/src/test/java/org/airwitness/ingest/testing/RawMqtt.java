package org.airwitness.ingest.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;

/** MQTT byte by byte over a plain socket, for what no client library would send. */
public final class RawMqtt implements AutoCloseable {
  private static final int PUBACK = 0x40;
  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  /** Connects a socket; nothing is sent yet. */
  public RawMqtt(int port) {
    this(new Socket(), port);
  }

  /** Connects a socket with a receive buffer of this size. */
  public static RawMqtt withSmallBuffer(int port, int bytes) {
    try {
      Socket socket = new Socket();
      socket.setReceiveBufferSize(bytes);
      return new RawMqtt(socket, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RawMqtt(Socket socket, int port) {
    try {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 5000);
      this.socket = socket;
      this.in = new DataInputStream(socket.getInputStream());
      this.out = socket.getOutputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Signs in and returns the code of the CONNACK. */
  public int signIn(String username, String password, String clientId, int keepAliveS) {
    return signIn(connect(username, password, clientId, keepAliveS));
  }

  /** Sends a CONNECT and returns the code of the CONNACK. */
  public int signIn(byte[] connect) {
    send(connect);
    try {
      byte[] connack = in.readNBytes(4);
      if (connack.length < 4 || connack[0] != 0x20) {
        throw new IllegalStateException("No CONNACK: " + HexFormat.of().formatHex(connack));
      }
      return connack[3] & 0xff;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void send(byte[] bytes) {
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the next PUBACK and returns its packet id. */
  public int readPuback() {
    try {
      int type = in.readUnsignedByte();
      int length = in.readUnsignedByte();
      if (type != PUBACK || length != 2) {
        throw new IllegalStateException("No PUBACK but type %x".formatted(type));
      }
      return in.readUnsignedShort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one byte, -1 at the end of the stream. */
  public int read() {
    try {
      return in.read();
    } catch (IOException e) {
      return -1; // reset
    }
  }

  /** Whether the other side ends the connection within this time; reads what comes until then. */
  public boolean isClosedWithin(Duration time) {
    try {
      socket.setSoTimeout((int) time.toMillis());
      while (in.read() >= 0) {}
      return true;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true; // reset
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A CONNECT of MQTT 3.1.1 with a clean session. */
  public static byte[] connect(String username, String password, String clientId, int keepAliveS) {
    return packet(
        0x10,
        body -> {
          body.writeUTF("MQTT");
          body.write(new byte[] {4, (byte) 0xC2});
          body.writeShort(keepAliveS);
          body.writeUTF(clientId);
          body.writeUTF(username);
          body.writeUTF(password);
        });
  }

  /** A PUBLISH of quality of service 1. */
  public static byte[] publish(String topic, int packetId, String payload) {
    return packet(
        0x32,
        body -> {
          body.writeUTF(topic);
          body.writeShort(packetId);
          body.write(payload.getBytes(StandardCharsets.UTF_8));
        });
  }

  /** A SUBSCRIBE to one topic with quality of service 1. */
  public static byte[] subscribe(int packetId, String topic) {
    return packet(
        0x82,
        body -> {
          body.writeShort(packetId);
          body.writeUTF(topic);
          body.write(1);
        });
  }

  public static final byte[] PINGREQ = {(byte) 0xC0, 0};

  private interface Body {
    void write(DataOutputStream body) throws IOException;
  }

  private static byte[] packet(int type, Body content) {
    try {
      var body = new ByteArrayOutputStream();
      content.write(new DataOutputStream(body));
      var packet = new ByteArrayOutputStream();
      packet.write(type);
      int length = body.size();
      do {
        packet.write(length > 127 ? length % 128 | 128 : length);
        length /= 128;
      } while (length > 0);
      body.writeTo(packet);
      return packet.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
