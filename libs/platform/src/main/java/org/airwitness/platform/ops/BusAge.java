package org.airwitness.platform.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.airwitness.platform.messaging.BusReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * How old records of the bus are, from the clock of their writer, when their effect is stored: the
 * delay of one stage of the pipeline, by consumer.
 */
@ApplicationScoped
public class BusAge {
  private static final String NAME = "airwitness.bus.age";
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(2),
    Duration.ofMinutes(10)
  };

  private final MeterRegistry registry;
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();

  BusAge(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Notes a batch whose effect is stored, by its oldest record. */
  public void stored(String consumer, ConsumerRecords<?, ?> batch) {
    long oldest = Long.MAX_VALUE;
    for (ConsumerRecord<?, ?> record : batch) {
      oldest = Math.min(oldest, record.timestamp());
    }
    if (oldest != Long.MAX_VALUE) {
      long ageMs = Math.max(0, System.currentTimeMillis() - oldest);
      timer(consumer).record(Duration.ofMillis(ageMs));
    }
  }

  private Timer timer(String consumer) {
    return timers.computeIfAbsent(
        consumer,
        name ->
            Timer.builder(NAME)
                .description("Age of the oldest record of a batch when its effect is stored")
                .tag("consumer", name)
                .serviceLevelObjectives(BOUNDS)
                .register(registry));
  }

  /** Shows every consumer before its first batch. */
  void expect(@Observes StartupEvent event, @Any Instance<BusReader> readers) {
    readers.forEach(reader -> timer(reader.consumer()));
  }
}
