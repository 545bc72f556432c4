package org.airwitness.contract;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import org.airwitness.contract.v1.AlertUpdate;
import org.airwitness.contract.v1.Observation;
import org.airwitness.contract.v1.QuarantineRecord;
import org.airwitness.contract.v1.SensorStatus;
import org.airwitness.contract.v1.TrackUpdate;
import org.airwitness.contract.v1.ZoneEvent;
import org.airwitness.contract.v1.ZonesChanged;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka value deserializer of one record type; each nested class is the one to name in a consumer's
 * configuration.
 *
 * @param <T> the record type
 */
public abstract sealed class ProtobufDeserializer<T extends MessageLite>
    implements Deserializer<T> {
  private final Parser<T> parser;

  private ProtobufDeserializer(Parser<T> parser) {
    this.parser = parser;
  }

  /**
   * Parses one record value.
   *
   * @throws SerializationException when the bytes are not such a record
   */
  @Override
  public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      return parser.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new SerializationException(
          "A record of %s with %d bytes does not parse: %s"
              .formatted(topic, bytes.length, e.getMessage()),
          e);
    }
  }

  /** Reads {@link Topics#OBSERVATIONS}. */
  public static final class OfObservation extends ProtobufDeserializer<Observation> {
    public OfObservation() {
      super(Observation.parser());
    }
  }

  /** Reads {@link Topics#SENSOR_STATUS}. */
  public static final class OfSensorStatus extends ProtobufDeserializer<SensorStatus> {
    public OfSensorStatus() {
      super(SensorStatus.parser());
    }
  }

  /** Reads {@link Topics#QUARANTINE}. */
  public static final class OfQuarantineRecord extends ProtobufDeserializer<QuarantineRecord> {
    public OfQuarantineRecord() {
      super(QuarantineRecord.parser());
    }
  }

  /** Reads {@link Topics#TRACKS}. */
  public static final class OfTrackUpdate extends ProtobufDeserializer<TrackUpdate> {
    public OfTrackUpdate() {
      super(TrackUpdate.parser());
    }
  }

  /** Reads {@link Topics#ZONE_EVENTS}. */
  public static final class OfZoneEvent extends ProtobufDeserializer<ZoneEvent> {
    public OfZoneEvent() {
      super(ZoneEvent.parser());
    }
  }

  /** Reads {@link Topics#ZONE_CHANGES}. */
  public static final class OfZonesChanged extends ProtobufDeserializer<ZonesChanged> {
    public OfZonesChanged() {
      super(ZonesChanged.parser());
    }
  }

  /** Reads {@link Topics#ALERTS}. */
  public static final class OfAlertUpdate extends ProtobufDeserializer<AlertUpdate> {
    public OfAlertUpdate() {
      super(AlertUpdate.parser());
    }
  }
}
