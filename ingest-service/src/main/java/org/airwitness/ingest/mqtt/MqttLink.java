package org.airwitness.ingest.mqtt;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLSession;
import org.airwitness.ingest.door.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * A socket that carries MQTT packets. They come one at a time and only while nothing holds them
 * back: on hold, nothing is read from the socket, and TCP makes the other side wait. What was
 * already under way from the socket when the hold began is kept until it ends.
 */
final class MqttLink {
  private static final String TAIL = "handler"; // Vert.x's own, the last in the pipeline
  private static final int FLUSH_AFTER = 256;
  private static final Consumer<MqttMessage> NOBODY = packet -> {};

  private final NetSocketInternal socket;
  private final ChannelHandlerContext context;
  private final Set<Hold> holds = EnumSet.noneOf(Hold.class);
  private final Deque<Object> early = new ArrayDeque<>(1);
  private Consumer<MqttMessage> packets = NOBODY;
  private Consumer<Throwable> broken = failure -> {};
  private Runnable ended = () -> {};

  /**
   * Makes a socket one of MQTT packets.
   *
   * @param maxPacketBytes beyond it a packet is broken
   */
  MqttLink(NetSocket socket, int maxPacketBytes) {
    this.socket = (NetSocketInternal) socket;
    this.context = this.socket.channelHandlerContext();
    ChannelPipeline pipeline = context.pipeline();
    pipeline.addBefore(TAIL, "flushes", new FlushConsolidationHandler(FLUSH_AFTER, true));
    pipeline.addBefore(TAIL, "encoder", MqttEncoder.INSTANCE);
    pipeline.addBefore(TAIL, "decoder", new MqttDecoder(maxPacketBytes));
    pipeline.addBefore(TAIL, "holds", new FlowControlHandler());
    this.socket.messageHandler(this::onMessage);
    this.socket.exceptionHandler(failure -> broken.accept(failure));
    this.socket.closeHandler(end -> onEnd());
  }

  /** Gives packets to somebody; those that are broken or of no kind go to {@code broken}. */
  void listen(Consumer<MqttMessage> packets, Consumer<Throwable> broken, Runnable ended) {
    this.packets = packets;
    this.broken = broken;
    this.ended = ended;
  }

  private void onMessage(Object message) {
    if (isHeld()) {
      early.add(message);
    } else {
      deliver(message);
    }
  }

  private void deliver(Object message) {
    try {
      if (!(message instanceof MqttMessage packet)) {
        broken.accept(new IllegalArgumentException("Not MQTT"));
      } else if (packet.decoderResult().isSuccess()) {
        packets.accept(packet);
      } else {
        broken.accept(packet.decoderResult().cause());
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void onEnd() {
    early.forEach(ReferenceCountUtil::release);
    early.clear();
    ended.run();
  }

  /** The certificate the other side proved to have the key of, null when it presented none. */
  Credentials.@Nullable Certificate certificate() {
    SSLSession session = socket.isSsl() ? socket.sslSession() : null;
    return session == null ? null : ClientCertificates.read(session);
  }

  void write(MqttMessage packet) {
    context.writeAndFlush(packet, context.voidPromise());
  }

  /** Whether the other side leaves what is sent to it. */
  boolean isClogged() {
    return socket.writeQueueFull();
  }

  /** Runs work as soon as the other side has taken what was sent to it. */
  void onTaken(Runnable work) {
    socket.drainHandler(drained -> work.run());
  }

  /** Stops reading. */
  void hold(Hold reason) {
    if (holds.isEmpty()) {
      channel().config().setAutoRead(false);
    }
    holds.add(reason);
  }

  /** Reads again, unless there is another reason not to. */
  void release(Hold reason) {
    if (!holds.remove(reason)) {
      return;
    }
    while (!isHeld() && !early.isEmpty()) {
      deliver(early.remove());
    }
    if (!isHeld() && channel().isOpen()) {
      channel().config().setAutoRead(true);
    }
  }

  boolean isHeld() {
    return !holds.isEmpty();
  }

  boolean isHeld(Hold reason) {
    return holds.contains(reason);
  }

  /** Sends a last packet and ends the connection. */
  void closeWith(MqttMessage last) {
    packets = NOBODY;
    context.writeAndFlush(last).addListener(sent -> context.close());
  }

  /** Ends the connection at once; what the other side has not taken is lost to it. */
  void close() {
    packets = NOBODY;
    context.close(); // the channel's own would wait until everything is taken
  }

  private Channel channel() {
    return context.channel();
  }
}
