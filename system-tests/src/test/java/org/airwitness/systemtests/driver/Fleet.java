package org.airwitness.systemtests.driver;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Drones that cross a zone again and again, heard by sensors that publish native batches twice a
 * second. It knows what must come of that, whatever happens to the system meanwhile.
 */
public final class Fleet implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(500);
  private static final int FIXES_THAT_END_A_STAY = 3;

  /** One drone heard once by one sensor. */
  public record Sighting(String sensor, String serial, Instant at) {}

  /** A drone's time in the zone: the first fix inside, and the first one outside after it. */
  public record Stay(String serial, Instant enteredAt, Instant leftAt) {}

  private final Map<MqttSensor, List<Flight>> flights = new LinkedHashMap<>();
  private final List<Sighting> sightings = new ArrayList<>();
  private final List<Stay> stays = new ArrayList<>();
  private final Map<String, Instant> inside = new LinkedHashMap<>();
  private final List<CompletableFuture<Void>> acknowledgements = new ArrayList<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final CountDownLatch landed = new CountDownLatch(1);
  private volatile boolean landing;
  private Instant start;
  private int k;
  private int stepsOutside;

  /**
   * Registers the sensors.
   *
   * @param name beginning of the sensors' ids and, without O and I, of the drones' serial numbers
   */
  public Fleet(Agency agency, String name, Place middle, int sensors, int dronesOfEach) {
    for (int s = 0; s < sensors; s++) {
      List<Flight> heard = new ArrayList<>();
      for (int d = 0; d < dronesOfEach; d++) {
        int n = s * dronesOfEach + d;
        heard.add(
            new Flight(
                serial(name, n),
                "02:00:00:%02x:%02x:%02x".formatted(name.hashCode() & 0xff, s, d),
                middle,
                360.0 * n / (sensors * dronesOfEach),
                n % 6));
      }
      flights.put(agency.connectSensor(name + "-" + s, "native"), heard);
    }
  }

  /** Manufacturer, length code F for 15, and 15 characters, without O and I (ANSI/CTA-2063-A). */
  private static String serial(String name, int n) {
    String head = name.toUpperCase(Locale.ROOT);
    return "1581F" + head + "0".repeat(12 - head.length()) + "%03d".formatted(n);
  }

  public void takeOff() {
    start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    clock.scheduleAtFixedRate(this::step, 0, STEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void step() {
    Instant now = start.plus(STEP.multipliedBy(k));
    flights.forEach((sensor, heard) -> {
      NativeBatch batch = new NativeBatch(sensor.id(), k, now);
      for (Flight flight : heard) {
        byte[] pack = RemoteId.pack(flight.serial(), flight.place(k), now);
        batch.with("wifi-beacon", flight.address(), pack);
        note(new Sighting(sensor.id(), flight.serial(), now), flight.isInside(k));
      }
      acknowledgements.add(sensor.publish(batch));
    });
    k++;
    stepsOutside = inside.isEmpty() ? stepsOutside + 1 : 0;
    if (landing && stepsOutside >= FIXES_THAT_END_A_STAY) {
      landed.countDown();
      clock.shutdown();
    }
  }

  private void note(Sighting sighting, boolean isInside) {
    sightings.add(sighting);
    Instant enteredAt = inside.get(sighting.serial());
    if (isInside && enteredAt == null) {
      inside.put(sighting.serial(), sighting.at());
    } else if (!isInside && enteredAt != null) {
      inside.remove(sighting.serial());
      stays.add(new Stay(sighting.serial(), enteredAt, sighting.at()));
    }
  }

  /**
   * Flies on until every drone has surely left the zone, and waits until every batch has its
   * PUBACK.
   */
  public void land() {
    landing = true;
    try {
      if (!landed.await(60, TimeUnit.SECONDS)) {
        throw new AssertionError("The drones do not land");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
    CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture[]::new))
        .orTimeout(TimeLimit.ofSeconds(90).toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  /** How many batches have been acknowledged. */
  public synchronized long acknowledged() {
    return acknowledgements.stream().filter(CompletableFuture::isDone).count();
  }

  public Stream<String> sensors() {
    return flights.keySet().stream().map(MqttSensor::id);
  }

  public Stream<String> serials() {
    return flights.values().stream().flatMap(List::stream).map(Flight::serial);
  }

  /** All that was sent so far. */
  public synchronized List<Sighting> sightings() {
    return List.copyOf(sightings);
  }

  /** All stays in the zone that have ended. */
  public synchronized List<Stay> stays() {
    return List.copyOf(stays);
  }

  /** Messages sent again because a connection broke before their PUBACK. */
  public int resent() {
    return flights.keySet().stream().mapToInt(MqttSensor::resent).sum();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    flights.keySet().forEach(MqttSensor::close);
  }
}
