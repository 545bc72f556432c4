package org.airwitness.platform.messaging;

import com.google.protobuf.MessageLite;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private final Queue<Sending<T>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean underWay = new AtomicBoolean();

  /**
   * A record and the agency it belongs to.
   *
   * @param traceparent of the span that caused it, null when it is in no sampled trace
   */
  public record Written<T>(AgencyId agency, T value, @Nullable String traceparent) {
    public Written(AgencyId agency, T value) {
      this(agency, value, null);
    }
  }

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
    var sending = new Sending<>(records);
    waiting.add(sending);
    if (underWay.compareAndSet(false, true)) {
      clients
          .<String, T>getProducer(name)
          .runOnSendingThread(this::sendWaiting)
          .subscribe()
          .with(done -> {}, this::failWaiting);
    }
    return sending.done;
  }

  /** Sends everything that waits: a visit to the sending thread costs more than a record. */
  private void sendWaiting(Producer<String, T> producer) {
    underWay.set(false);
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      send(producer, next);
    }
  }

  private void failWaiting(Throwable failure) {
    underWay.set(false);
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      next.done.completeExceptionally(failure);
    }
  }

  private void send(Producer<String, T> producer, Sending<T> sending) {
    try {
      for (Written<T> written : sending.records) {
        String agency = written.agency().value();
        var headers = Headers.of(agency, written.value());
        if (written.traceparent() != null) {
          headers.add(
              Headers.TRACEPARENT, written.traceparent().getBytes(StandardCharsets.US_ASCII));
        }
        producer.send(
            new ProducerRecord<>(topic, null, null, agency, written.value(), headers), sending);
      }
    } catch (RuntimeException refused) {
      sending.done.completeExceptionally(refused);
    }
  }

  /** Records written together, and their common outcome. */
  private static final class Sending<T> implements Callback {
    private final List<Written<T>> records;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicInteger open;
    private volatile @Nullable Exception failure;

    Sending(List<Written<T>> records) {
      this.records = records;
      this.open = new AtomicInteger(records.size());
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata at, @Nullable Exception failed) {
      if (failed != null) {
        failure = failed;
      }
      if (open.decrementAndGet() == 0) {
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
