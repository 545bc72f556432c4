package org.airwitness.platform.messaging;

import com.google.protobuf.MessageLite;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.airwitness.contract.Headers;
import org.airwitness.platform.agency.AgencyId;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of agencies to one channel; done means that Kafka has accepted them.
 *
 * <p>Records go to the channel's own producer, on its own thread, several at a time. The emitter
 * would take them one by one and carry a request context along with each, which nobody needs and
 * which costs more than everything else about a record ({@code ./airwitness bench ingest}).
 *
 * @param <T> the record type of the channel
 */
public final class BusWriter<T extends MessageLite> {
  private final String topic;
  private final MutinyEmitter<T> channel;
  private final KafkaClientService clients;
  private final String name;

  /** A record and the agency it belongs to. */
  public record Written<T>(AgencyId agency, T value) {}

  /**
   * Makes a writer.
   *
   * @param name of the outgoing channel
   * @param topic it is configured for
   * @param channel whose injection makes the channel exist
   */
  public BusWriter(
      String name, String topic, MutinyEmitter<T> channel, KafkaClientService clients) {
    this.name = name;
    this.topic = topic;
    this.channel = channel;
    this.clients = clients;
  }

  /** Writes one record; the order of calls is the order on the bus. */
  public Uni<Void> write(AgencyId agency, T value) {
    return writeAll(List.of(new Written<>(agency, value)));
  }

  /** Writes records in their order. */
  public Uni<Void> writeAll(List<Written<T>> records) {
    return Uni.createFrom().completionStage(() -> send(records));
  }

  /** Writes records in their order; fails when one failed, after the last has an outcome. */
  public CompletionStage<Void> send(List<Written<T>> records) {
    if (records.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    if (channel.isCancelled()) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("The channel " + name + " is closed"));
    }
    var outcome = new Outcome(records.size());
    clients
        .<String, T>getProducer(name)
        .runOnSendingThread((Producer<String, T> producer) -> send(producer, records, outcome))
        .subscribe()
        .with(done -> {}, outcome.done::completeExceptionally);
    return outcome.done;
  }

  private void send(Producer<String, T> producer, List<Written<T>> records, Outcome outcome) {
    for (Written<T> written : records) {
      String agency = written.agency().value();
      producer.send(
          new ProducerRecord<>(
              topic, null, null, agency, written.value(), Headers.of(agency, written.value())),
          outcome);
    }
  }

  /** Waits for the outcomes of several records. */
  private static final class Outcome implements Callback {
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicInteger waiting;
    private volatile @Nullable Exception failure;

    Outcome(int records) {
      waiting = new AtomicInteger(records);
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata at, @Nullable Exception failed) {
      if (failed != null) {
        failure = failed;
      }
      if (waiting.decrementAndGet() == 0) {
        complete();
      }
    }

    private void complete() {
      Exception last = failure;
      if (last == null) {
        done.complete(null);
      } else {
        done.completeExceptionally(last);
      }
    }
  }
}
