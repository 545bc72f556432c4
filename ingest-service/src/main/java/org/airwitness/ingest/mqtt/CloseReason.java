package org.airwitness.ingest.mqtt;

import io.netty.handler.codec.TooLongFrameException;
import java.io.IOException;

/** Why a connection was refused or closed by us; the code is the metric tag. */
enum CloseReason {
  NOT_AUTHORIZED("not-authorized"),
  PROTOCOL_VERSION("protocol-version"),
  TOO_MANY_CONNECTIONS("too-many-connections"),
  REGISTRY_UNAVAILABLE("registry-unavailable"),
  WILL_TOPIC("will-topic"),
  QOS_2("qos-2"),
  RETAINED("retained"),
  FOREIGN_TOPIC("foreign-topic"),
  PROTOCOL_ERROR("protocol-error"),
  MESSAGE_TOO_LARGE("message-too-large"),
  SLOW_READER("slow-reader"),
  CONNECTION_LOST("connection-lost"),
  NO_CONNECT("no-connect"),
  BUS_UNAVAILABLE("bus-unavailable"),
  REVOKED("revoked"),
  EXPIRED("expired"),
  TAKEN_OVER("taken-over"),
  IDLE("idle"),
  SHUTDOWN("shutdown");

  private final String code;

  CloseReason(String code) {
    this.code = code;
  }

  /** What a failure of the connection or of a packet comes from. */
  static CloseReason of(Throwable failure) {
    if (failure instanceof TooLongFrameException) {
      return MESSAGE_TOO_LARGE;
    }
    return failure instanceof IOException ? CONNECTION_LOST : PROTOCOL_ERROR;
  }

  String code() {
    return code;
  }
}
