package org.airwitness.zone.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.airwitness.contract.DeterministicId;
import org.airwitness.contract.v1.ZoneEvent;
import org.airwitness.contract.v1.ZoneEventType;
import org.airwitness.platform.testing.Engines;
import org.airwitness.zone.rest.ZoneApi;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thousand drones fly, each heard once a second, and an emergency zone is drawn among them. */
@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "zone"))
class EmergencyZoneIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int DRONES = 1_000;
  private static final int INSIDE = 600;
  private static final long WITHIN_MS = 1_000;

  @ConfigProperty(name = Engines.KAFKA)
  String kafka;

  private final ZoneApi api = ZoneApi.ofNewAgency();
  private final Instant start = Instant.now();
  private final List<Flight> drones =
      Stream.generate(() -> new Flight(api.agency(), start)).limit(DRONES).toList();
  private final ScheduledExecutorService flying = Executors.newSingleThreadScheduledExecutor();
  private Bus bus;
  private Bus sender;
  private int round;

  @BeforeEach
  void connect() {
    bus = new Bus(kafka);
    sender = new Bus(kafka);
  }

  @AfterEach
  void disconnect() throws InterruptedException {
    flying.shutdown();
    flying.awaitTermination(10, TimeUnit.SECONDS);
    bus.close();
    sender.close();
  }

  /** The next fix of a tenth of the drones: those with low numbers circle within 10..10.1 east. */
  private void fly() {
    for (int i = round % 10; i < DRONES; i += 10) {
      double lonDeg = i < INSIDE ? 10.02 + i * 1e-4 : 10.3 + i * 1e-4;
      double swayDeg = 1e-4 * Math.sin(round / 10.0 + i);
      sender.stream(drones.get(i).at(lonDeg + swayDeg, 50.05 + swayDeg));
    }
    round++;
  }

  @Test
  void tellsOfEveryDroneInItWithinASecondAndOfNoOther() {
    api.createSquare("Marker", 10.3 + (DRONES - 1.5) * 1e-4, 50.045, 0.01);
    flying.scheduleAtFixedRate(this::fly, 0, 100, TimeUnit.MILLISECONDS);
    // Every drone has been evaluated twice when the last one has been in the marker for a beat.
    await().atMost(LIMIT).until(() -> events(ZoneEventType.ZONE_EVENT_TYPE_INSIDE, "Marker") > 0);

    long drawnMs = System.currentTimeMillis();
    UUID zone = api.createSquare("Emergency", 10, 50, 0.1);
    long acceptedMs = System.currentTimeMillis();
    await()
        .atMost(LIMIT)
        .until(() -> events(ZoneEventType.ZONE_EVENT_TYPE_ENTER, "Emergency") >= INSIDE);
    long lastMs = bus.lastPublishedMs();

    System.out.printf(
        "%d of %d drones in an emergency zone: drawn in %d ms, last event %d ms after%n",
        INSIDE, DRONES, acceptedMs - drawnMs, lastMs - acceptedMs);
    assertThat(lastMs - acceptedMs).isLessThan(WITHIN_MS);
    await().during(Duration.ofSeconds(2)).atMost(LIMIT).until(() -> !enters(zone).isEmpty());
    List<UUID> entered = enters(zone);
    assertThat(entered).doesNotHaveDuplicates();
    assertThat(Set.copyOf(entered))
        .isEqualTo(
            drones.subList(0, INSIDE).stream().map(Flight::trackId).collect(Collectors.toSet()));
  }

  private long events(ZoneEventType type, String zone) {
    return bus.events(api.agency()).stream()
        .filter(event -> event.getType() == type && event.getZoneName().equals(zone))
        .count();
  }

  private List<UUID> enters(UUID zone) {
    List<UUID> tracks = new ArrayList<>();
    for (ZoneEvent event : bus.events(api.agency())) {
      if (event.getType() == ZoneEventType.ZONE_EVENT_TYPE_ENTER
          && DeterministicId.fromWire(event.getZoneId()).equals(zone)) {
        tracks.add(DeterministicId.fromWire(event.getTrackId()));
      }
    }
    return tracks;
  }
}
