package org.airwitness.k8s;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One port of a Service: each connection goes to the next pod that takes part, and stays with it.
 */
final class LocalService implements AutoCloseable {
  private final ServerSocket door;
  private final List<Integer> pods = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  LocalService() {
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::take);
  }

  /** Where it is, {@code 127.0.0.1:port}. */
  String address() {
    return "127.0.0.1:" + door.getLocalPort();
  }

  /** A pod takes part, with this port. */
  void join(int port) {
    pods.add(port);
  }

  /** A pod gets no more connections; those it has stay. */
  void leave(int port) {
    pods.remove(Integer.valueOf(port));
  }

  private void take() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException _) {
        return; // closed
      }
    }
  }

  private void connect(Socket client) {
    var now = List.copyOf(pods);
    try {
      if (now.isEmpty()) {
        client.close();
        return;
      }
      int port = now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
      var pod = new Socket(InetAddress.getLoopbackAddress(), port);
      Thread.ofVirtual().start(() -> pass(pod, client));
      pass(client, pod);
    } catch (IOException _) {
      close(client);
    }
  }

  private static void pass(Socket from, Socket to) {
    try (InputStream in = from.getInputStream()) {
      in.transferTo(to.getOutputStream());
    } catch (IOException _) {
      // One side is gone: then the other goes as well.
    } finally {
      close(from);
      close(to);
    }
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is of no use any more.
    }
  }

  @Override
  public void close() {
    close(door);
  }
}
