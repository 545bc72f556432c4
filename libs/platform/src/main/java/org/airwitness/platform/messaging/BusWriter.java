package org.airwitness.platform.messaging;

import com.google.protobuf.MessageLite;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.util.List;
import org.airwitness.contract.Headers;
import org.airwitness.platform.agency.AgencyId;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * Writes the records of an agency to one channel; done means that Kafka has accepted them.
 *
 * @param <T> the record type of the channel
 */
public final class BusWriter<T extends MessageLite> {
  private final MutinyEmitter<T> emitter;

  public BusWriter(MutinyEmitter<T> emitter) {
    this.emitter = emitter;
  }

  /** Writes one record; the order of calls is the order on the bus. */
  public Uni<Void> write(AgencyId agency, T value) {
    var envelope =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withKey(agency.value())
            .withHeaders(Headers.of(agency.value(), value))
            .build();
    return emitter.sendMessage(Message.of(value, Metadata.of(envelope)));
  }

  /** Writes records in their order. */
  public Uni<Void> writeAll(List<Uni<Void>> writes) {
    return writes.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(writes).andFailFast().replaceWithVoid();
  }
}
