package org.airwitness.ingest.mqtt;

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
  TOO_MUCH_UNACKNOWLEDGED("too-much-unacknowledged"),
  BUS_UNAVAILABLE("bus-unavailable"),
  REVOKED("revoked"),
  TAKEN_OVER("taken-over"),
  IDLE("idle"),
  SHUTDOWN("shutdown");

  private final String code;

  CloseReason(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
