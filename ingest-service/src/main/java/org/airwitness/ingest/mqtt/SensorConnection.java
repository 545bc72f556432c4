package org.airwitness.ingest.mqtt;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.airwitness.ingest.core.Receipt;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.SensorMessage;
import org.airwitness.ingest.core.SensorSession;
import org.airwitness.ingest.core.Verdict;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One signed-in connection: check, decide, publish, acknowledge. All of it happens on the
 * listener's thread; a message is acknowledged when the bus has accepted everything in it, and
 * never before.
 */
final class SensorConnection {
  private static final Logger LOG = Logger.getLogger(SensorConnection.class);
  private static final String OWN_TOPICS = "s/";
  private static final int LONGEST_KEEP_ALIVE_S = 300;

  private final MqttEndpoint endpoint;
  private final Door door;
  private final SensorSession session;
  private final InFlight inFlight;
  private Sensor sensor;
  private @Nullable MqttQoS receipts;
  private Instant heardAt;
  private boolean closed;

  SensorConnection(
      MqttEndpoint endpoint, Door door, Sensor sensor, SensorSession session, InFlight inFlight) {
    this.endpoint = endpoint;
    this.door = door;
    this.sensor = sensor;
    this.session = session;
    this.inFlight = inFlight;
    this.heardAt = door.now();
  }

  /** Begins to listen to the sensor. */
  void open() {
    endpoint.publishAutoAck(false);
    endpoint.subscriptionAutoAck(false);
    endpoint.publishHandler(this::onPublish);
    endpoint.subscribeHandler(this::onSubscribe);
    endpoint.unsubscribeHandler(message -> {
      receipts = message.topics().contains(receiptTopic()) ? null : receipts;
      endpoint.unsubscribeAcknowledge(message.messageId());
    });
    endpoint.pingHandler(ping -> heardAt = door.now());
    endpoint.exceptionHandler(failure -> close(CloseReason.PROTOCOL_ERROR));
    endpoint.closeHandler(end -> onEnd());
    endpoint.accept(false);
  }

  private void onPublish(MqttPublishMessage message) {
    heardAt = door.now();
    CloseReason refusal = refusal(message);
    if (refusal != null) {
      close(refusal);
      return;
    }
    int size = message.payload().length();
    inFlight.add(size);
    door.inFlight().add(size);
    SensorMessage received =
        new SensorMessage(sensor.key(), message.topicName(), message.payload().getBytes(), heardAt);
    Verdict verdict = door.decide(sensor, session, received);
    door.publish(verdict, failure -> settle(message, verdict, failure));
  }

  /** Returns why a message ends the connection, null when it may be looked at. */
  private @Nullable CloseReason refusal(MqttPublishMessage message) {
    int size = message.payload().length();
    if (message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
      return CloseReason.QOS_2;
    }
    if (message.isRetain()) {
      return CloseReason.RETAINED;
    }
    if (!mayPublishTo(message.topicName())) {
      return CloseReason.FOREIGN_TOPIC;
    }
    return inFlight.hasRoomFor(size) && door.inFlight().hasRoomFor(size)
        ? null
        : CloseReason.TOO_MUCH_UNACKNOWLEDGED;
  }

  private boolean mayPublishTo(String topic) {
    if (topic.startsWith("$")) {
      return false;
    }
    return !topic.startsWith(OWN_TOPICS)
        || topic.equals(ownTopic("obs"))
        || topic.equals(ownTopic("status"));
  }

  private void settle(MqttPublishMessage message, Verdict verdict, @Nullable Throwable failure) {
    int size = message.payload().length();
    inFlight.remove(size);
    door.inFlight().remove(size);
    if (failure != null) {
      LOG.warnf("The bus did not accept a message of %s: %s", key(), failure.getMessage());
      close(CloseReason.BUS_UNAVAILABLE);
      return;
    }
    door.confirm(session, verdict);
    if (!closed) {
      acknowledge(message);
      sendReceipt(verdict.receipt());
    }
  }

  private void acknowledge(MqttPublishMessage message) {
    if (message.qosLevel() == MqttQoS.AT_LEAST_ONCE) {
      endpoint.publishAcknowledge(message.messageId());
    }
  }

  private void sendReceipt(@Nullable Receipt receipt) {
    if (receipt != null && receipts != null) {
      Buffer json = Buffer.buffer(ReceiptJson.write(receipt));
      endpoint.publish(receiptTopic(), json, receipts, false, false);
    }
  }

  /** Grants the sensor's own receipts and refuses everything else. */
  private void onSubscribe(MqttSubscribeMessage message) {
    heardAt = door.now();
    List<MqttQoS> granted = new ArrayList<>();
    for (MqttTopicSubscription wanted : message.topicSubscriptions()) {
      granted.add(grant(wanted));
    }
    endpoint.subscribeAcknowledge(message.messageId(), granted);
  }

  private MqttQoS grant(MqttTopicSubscription wanted) {
    if (!wanted.topicName().equals(receiptTopic())) {
      return MqttQoS.FAILURE;
    }
    MqttQoS qos =
        wanted.qualityOfService() == MqttQoS.AT_MOST_ONCE
            ? MqttQoS.AT_MOST_ONCE
            : MqttQoS.AT_LEAST_ONCE;
    receipts = qos;
    return qos;
  }

  /** Goes on with the sensor as registered now, or ends when its password is no longer good. */
  void refresh(@Nullable Sensor now) {
    if (now == null || !now.credential().equals(sensor.credential())) {
      close(CloseReason.REVOKED);
    } else {
      sensor = now;
    }
  }

  /** Ends a connection that has been silent for longer than it announced. */
  void closeIfIdle(Instant now, Duration idleLimit) {
    int keepAliveS = endpoint.keepAliveTimeSeconds();
    Duration limit =
        keepAliveS == 0 || keepAliveS > LONGEST_KEEP_ALIVE_S
            ? idleLimit
            : Duration.ofSeconds(keepAliveS).multipliedBy(3).dividedBy(2);
    if (heardAt.plus(limit).isBefore(now)) {
      close(CloseReason.IDLE);
    }
  }

  void close(CloseReason reason) {
    if (closed) {
      return;
    }
    closed = true;
    door.closed(reason);
    LOG.infof("Closed the connection of %s: %s", key(), reason.code());
    endpoint.close();
  }

  private void onEnd() {
    closed = true;
    door.ended(this);
  }

  SensorKey key() {
    return sensor.key();
  }

  String clientId() {
    return endpoint.clientIdentifier();
  }

  private String receiptTopic() {
    return ownTopic("receipt");
  }

  private String ownTopic(String name) {
    return OWN_TOPICS + sensor.key().sensor() + "/" + name;
  }
}
