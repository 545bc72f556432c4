package org.airwitness.ingest.mqtt;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.airwitness.ingest.core.Receipt;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.SensorMessage;
import org.airwitness.ingest.door.Door;
import org.airwitness.ingest.door.InFlight;
import org.airwitness.ingest.door.Passed;
import org.airwitness.platform.trace.LogFields;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One signed-in connection: check, pass on, acknowledge. All of it happens on the door's thread; a
 * message is acknowledged when the bus has accepted everything in it, and never before. A sensor
 * that sends too much, or whose messages the bus does not take, is not read from for a while.
 */
final class SensorConnection {
  private static final Logger LOG = Logger.getLogger(SensorConnection.class);
  private static final String OWN_TOPICS = "s/";
  private static final int LONGEST_KEEP_ALIVE_S = 300;
  private static final MqttMessage PINGRESP = MqttMessage.PINGRESP;

  private final MqttLink link;
  private final Door door;
  private final Events events;
  private final InFlight inFlight;
  private final Client client;
  private Sensor sensor;
  private @Nullable MqttQoS receipts;
  private int lastReceiptId;
  private Instant heardAt;
  private @Nullable Instant cloggedAt;
  private @Nullable Instant expiresAt;
  private boolean closed;

  /** How the sensor introduced itself in its CONNECT. */
  record Client(String id, int keepAliveS) {}

  /** Ends when what the sensor signed in with expires. */
  void expireAt(@Nullable Instant time) {
    expiresAt = time;
  }

  /** What others want to know of a connection. */
  interface Events {
    void onClose(SensorConnection connection, CloseReason reason);

    void onEnd(SensorConnection connection);

    /** Runs work on the door's thread after a while. */
    void later(Duration delay, Runnable work);

    void onReceiptLeft();
  }

  SensorConnection(
      MqttLink link, Door door, Events events, Sensor sensor, Client client, InFlight inFlight) {
    this.link = link;
    this.door = door;
    this.events = events;
    this.sensor = sensor;
    this.client = client;
    this.inFlight = inFlight;
    this.heardAt = door.now();
  }

  /** Begins to listen to the sensor. */
  void open() {
    link.listen(this::onPacket, this::onBroken, this::onEnd);
    link.write(Connack.of(MqttConnectReturnCode.CONNECTION_ACCEPTED));
  }

  private void onPacket(MqttMessage packet) {
    heardAt = door.now();
    MqttMessageType type = packet.fixedHeader().messageType();
    switch (type) {
      case PUBLISH -> onPublish((MqttPublishMessage) packet);
      case SUBSCRIBE -> onSubscribe((MqttSubscribeMessage) packet);
      case UNSUBSCRIBE -> onUnsubscribe((MqttUnsubscribeMessage) packet);
      case PINGREQ -> write(PINGRESP);
      case PUBACK -> {} // of a receipt, which is not sent again
      case DISCONNECT -> link.close();
      default -> close(CloseReason.PROTOCOL_ERROR);
    }
  }

  private void onBroken(Throwable failure) {
    LOG.debugf("The connection of %s is broken: %s", key(), failure);
    close(CloseReason.of(failure));
  }

  private void onPublish(MqttPublishMessage packet) {
    CloseReason refusal = refusal(packet);
    if (refusal != null) {
      close(refusal);
      return;
    }
    byte[] payload = ByteBufUtil.getBytes(packet.payload());
    MqttQoS qos = packet.fixedHeader().qosLevel();
    int packetId = packet.variableHeader().packetId();
    inFlight.add(payload.length);
    if (inFlight.isFull()) {
      link.hold(Hold.CONNECTION);
    }
    door.pass(
            sensor, new SensorMessage(key(), packet.variableHeader().topicName(), payload, heardAt))
        .whenComplete(settling(qos, packetId, payload.length));
    slowDown(door.charge(sensor, payload.length));
  }

  /** Leaves a sensor alone that has sent faster than it may. */
  private void slowDown(Duration pause) {
    if (pause.isPositive()) {
      link.hold(Hold.RATE);
      events.later(pause, () -> release(Hold.RATE));
    }
  }

  /** Returns why a message ends the connection, null when it may be looked at. */
  private @Nullable CloseReason refusal(MqttPublishMessage packet) {
    if (packet.fixedHeader().qosLevel() == MqttQoS.EXACTLY_ONCE) {
      return CloseReason.QOS_2;
    }
    if (packet.fixedHeader().isRetain()) {
      return CloseReason.RETAINED;
    }
    return mayPublishTo(packet.variableHeader().topicName()) ? null : CloseReason.FOREIGN_TOPIC;
  }

  private boolean mayPublishTo(String topic) {
    if (topic.startsWith("$")) {
      return false;
    }
    return !topic.startsWith(OWN_TOPICS)
        || topic.equals(ownTopic("obs"))
        || topic.equals(ownTopic("status"));
  }

  private BiConsumer<@Nullable Passed, @Nullable Throwable> settling(
      MqttQoS qos, int packetId, int size) {
    return (passed, failure) -> {
      inFlight.remove(size);
      if (passed == null) {
        close(CloseReason.BUS_UNAVAILABLE);
      } else if (!closed) {
        if (qos == MqttQoS.AT_LEAST_ONCE) {
          write(MqttMessageBuilders.pubAck().packetId(packetId).build());
        }
        sendReceipt(passed.verdict().receipt());
        if (inFlight.hasRoom()) {
          release(Hold.CONNECTION);
        }
      }
    };
  }

  private void sendReceipt(@Nullable Receipt receipt) {
    if (receipt == null || receipts == null) {
      return;
    }
    if (link.isClogged()) {
      events.onReceiptLeft();
      return;
    }
    byte[] json = ReceiptJson.write(receipt).getBytes(StandardCharsets.UTF_8);
    lastReceiptId = lastReceiptId % 0xFFFF + 1;
    write(
        MqttMessageBuilders.publish()
            .topicName(receiptTopic())
            .qos(receipts)
            .messageId(lastReceiptId)
            .retained(false)
            .payload(Unpooled.wrappedBuffer(json))
            .build());
  }

  /** Sends; a sensor that does not take what it is sent is not read from until it does. */
  private void write(MqttMessage packet) {
    link.write(packet);
    if (link.isClogged() && !link.isHeld(Hold.OUTBOX)) {
      cloggedAt = door.now();
      link.hold(Hold.OUTBOX);
      link.onTaken(() -> {
        if (!link.isClogged()) {
          cloggedAt = null;
          release(Hold.OUTBOX);
        }
      });
    }
  }

  /** Grants the sensor's own receipts and refuses everything else. */
  private void onSubscribe(MqttSubscribeMessage packet) {
    if (packet.payload().topicSubscriptions().isEmpty()) { // MQTT-3.8.3-3
      close(CloseReason.PROTOCOL_ERROR);
      return;
    }
    var answer = MqttMessageBuilders.subAck().packetId(packet.variableHeader().messageId());
    for (MqttTopicSubscription wanted : packet.payload().topicSubscriptions()) {
      answer.addGrantedQos(grant(wanted));
    }
    write(answer.build());
  }

  private MqttQoS grant(MqttTopicSubscription wanted) {
    if (!wanted.topicFilter().equals(receiptTopic())) {
      return MqttQoS.FAILURE;
    }
    MqttQoS qos =
        wanted.qualityOfService() == MqttQoS.AT_MOST_ONCE
            ? MqttQoS.AT_MOST_ONCE
            : MqttQoS.AT_LEAST_ONCE;
    receipts = qos;
    return qos;
  }

  private void onUnsubscribe(MqttUnsubscribeMessage packet) {
    if (packet.payload().topics().isEmpty()) { // MQTT-3.10.3-2
      close(CloseReason.PROTOCOL_ERROR);
      return;
    }
    if (packet.payload().topics().contains(receiptTopic())) {
      receipts = null;
    }
    write(MqttMessageBuilders.unsubAck().packetId(packet.variableHeader().messageId()).build());
  }

  /** Goes on with the sensor as registered now, or ends when its credential is no longer good. */
  void refresh(@Nullable Sensor now) {
    if (now == null || !now.credential().equals(sensor.credential())) {
      close(CloseReason.REVOKED);
    } else {
      sensor = now;
    }
  }

  /**
   * Ends a connection that has been silent for longer than it announced, or takes nothing of what
   * is sent to it. One that is not read from may well have spoken.
   */
  void closeIfDead(Instant now, Duration idleLimit, Duration slowReaderLimit) {
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      close(CloseReason.EXPIRED);
    } else if (cloggedAt != null && cloggedAt.plus(slowReaderLimit).isBefore(now)) {
      close(CloseReason.SLOW_READER);
    } else if (!link.isHeld() && heardAt.plus(patience(idleLimit)).isBefore(now)) {
      close(CloseReason.IDLE);
    }
  }

  private Duration patience(Duration idleLimit) {
    int keepAliveS = client.keepAliveS();
    return keepAliveS == 0 || keepAliveS > LONGEST_KEEP_ALIVE_S
        ? idleLimit
        : Duration.ofSeconds(keepAliveS).multipliedBy(3).dividedBy(2);
  }

  void hold(Hold reason) {
    link.hold(reason);
  }

  void release(Hold reason) {
    heardAt = door.now();
    link.release(reason);
  }

  void close(CloseReason reason) {
    if (closed) {
      return;
    }
    closed = true;
    events.onClose(this, reason);
    LogFields.with(
        key().agency(), () -> LOG.infof("Closed the connection of %s: %s", key(), reason.code()));
    link.close();
  }

  private void onEnd() {
    closed = true;
    events.onEnd(this);
  }

  SensorKey key() {
    return sensor.key();
  }

  String clientId() {
    return client.id();
  }

  private String receiptTopic() {
    return ownTopic("receipt");
  }

  private String ownTopic(String name) {
    return OWN_TOPICS + sensor.key().sensor() + "/" + name;
  }
}
