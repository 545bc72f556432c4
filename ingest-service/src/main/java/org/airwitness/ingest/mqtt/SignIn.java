package org.airwitness.ingest.mqtt;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.airwitness.ingest.core.Registration.SignedIn;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.door.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * A connection before it is known whose it is: the first packet must be a CONNECT with credentials.
 */
final class SignIn {
  private static final int MQTT_3_1_1 = 4;

  private final MqttLink link;
  private final Desk desk;
  private boolean connecting;
  private boolean over;

  /** Who decides on sign-ins, on the door's thread. */
  interface Desk {
    /** Finds the sensor behind credentials; completes on the door's thread. */
    CompletionStage<Optional<SignedIn>> check(Credentials credentials);

    /** Why an authenticated sensor must stay outside; null when it may come in. */
    @Nullable CloseReason refusal(Sensor sensor, SensorConnection.Client client);

    void admit(MqttLink link, SignedIn sensor, SensorConnection.Client client);

    void onRefusal(CloseReason reason);
  }

  SignIn(MqttLink link, Desk desk) {
    this.link = link;
    this.desk = desk;
  }

  /** Waits for the CONNECT. */
  void open() {
    link.listen(this::onPacket, this::onBroken, () -> over = true);
  }

  /** Ends a connection that did not introduce itself in time. */
  void closeIfWaiting() {
    if (!connecting) {
      close(CloseReason.NO_CONNECT);
    }
  }

  private void onBroken(Throwable failure) {
    if (failure instanceof MqttUnacceptableProtocolVersionException) {
      refuse(
          CloseReason.PROTOCOL_VERSION,
          MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION);
    } else {
      close(CloseReason.of(failure));
    }
  }

  private void onPacket(MqttMessage packet) {
    if (connecting || packet.fixedHeader().messageType() != MqttMessageType.CONNECT) {
      close(CloseReason.PROTOCOL_ERROR);
      return;
    }
    connecting = true;
    onConnect((MqttConnectMessage) packet);
  }

  private void onConnect(MqttConnectMessage packet) {
    if (packet.variableHeader().version() > MQTT_3_1_1) {
      refuse(
          CloseReason.PROTOCOL_VERSION,
          MqttConnectReturnCode.CONNECTION_REFUSED_UNSUPPORTED_PROTOCOL_VERSION);
      return;
    }
    String wanted = packet.payload().clientIdentifier();
    boolean nameless = wanted == null || wanted.isEmpty();
    if (nameless && !packet.variableHeader().isCleanSession()) { // MQTT-3.1.3-8
      refuse(
          CloseReason.PROTOCOL_ERROR, MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED);
      return;
    }
    var client =
        new SensorConnection.Client(
            nameless ? UUID.randomUUID().toString() : wanted,
            packet.variableHeader().keepAliveTimeSeconds());
    check(packet, client);
  }

  private void check(MqttConnectMessage packet, SensorConnection.Client client) {
    Will will =
        packet.variableHeader().isWillFlag() ? new Will(packet.payload().willTopic()) : Will.NONE;
    link.hold(Hold.SIGN_IN);
    desk.check(new Credentials(packet.payload().userName(), password(packet), link.certificate()))
        .whenComplete((sensor, failure) -> {
          if (over) {
            return;
          }
          if (failure != null) {
            refuse(
                CloseReason.REGISTRY_UNAVAILABLE,
                MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE);
          } else {
            sensor.ifPresentOrElse(known -> decide(known, will, client), this::refuseUnknown);
          }
        });
  }

  private static @Nullable String password(MqttConnectMessage packet) {
    byte[] password = packet.payload().passwordInBytes();
    return password == null ? null : new String(password, StandardCharsets.UTF_8);
  }

  /** A last will, which may only speak of the sensor's own status. */
  private record Will(@Nullable String topic) {
    private static final Will NONE = new Will(null);

    boolean isOf(Sensor sensor) {
      return topic == null || topic.equals("s/" + sensor.key().sensor() + "/status");
    }
  }

  private void decide(SignedIn signedIn, Will will, SensorConnection.Client client) {
    Sensor sensor = signedIn.sensor();
    CloseReason refusal = will.isOf(sensor) ? desk.refusal(sensor, client) : CloseReason.WILL_TOPIC;
    if (refusal == null) {
      desk.admit(link, signedIn, client);
      link.release(Hold.SIGN_IN);
    } else if (refusal == CloseReason.TOO_MANY_CONNECTIONS) {
      refuse(refusal, MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE);
    } else {
      refuse(refusal, MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
    }
  }

  private void refuseUnknown() {
    refuse(CloseReason.NOT_AUTHORIZED, MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
  }

  private void refuse(CloseReason reason, MqttConnectReturnCode code) {
    over = true;
    desk.onRefusal(reason);
    link.closeWith(Connack.of(code));
  }

  private void close(CloseReason reason) {
    if (!over) {
      over = true;
      desk.onRefusal(reason);
      link.close();
    }
  }
}
