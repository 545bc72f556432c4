package org.airwitness.contract;

import com.google.protobuf.MessageLite;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Kafka value serializer of every record of the contract. */
public final class ProtobufSerializer implements Serializer<MessageLite> {
  @Override
  public byte @Nullable [] serialize(String topic, @Nullable MessageLite value) {
    return value == null ? null : value.toByteArray();
  }
}
