package org.airwitness.platform.messaging;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.airwitness.contract.ProtobufDeserializer;
import org.airwitness.contract.ProtobufSerializer;

/** What Kafka makes by the name of its class, for the native image. */
@RegisterForReflection(
    targets = {
      ProtobufSerializer.class,
      ProtobufDeserializer.OfAlertUpdate.class,
      ProtobufDeserializer.OfObservation.class,
      ProtobufDeserializer.OfQuarantineRecord.class,
      ProtobufDeserializer.OfSensorStatus.class,
      ProtobufDeserializer.OfTrackUpdate.class,
      ProtobufDeserializer.OfZoneEvent.class,
      ProtobufDeserializer.OfZonesChanged.class
    })
final class Reflection {
  private Reflection() {}
}
