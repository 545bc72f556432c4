package org.airwitness.zone.messaging;

import static org.airwitness.contract.v1.ZoneEventType.ZONE_EVENT_TYPE_ACTIVATED;
import static org.airwitness.contract.v1.ZoneEventType.ZONE_EVENT_TYPE_APPROACHING;
import static org.airwitness.contract.v1.ZoneEventType.ZONE_EVENT_TYPE_CLEARED;
import static org.airwitness.contract.v1.ZoneEventType.ZONE_EVENT_TYPE_DEACTIVATED;
import static org.airwitness.contract.v1.ZoneEventType.ZONE_EVENT_TYPE_ENTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.airwitness.contract.v1.TrackUpdate;
import org.airwitness.contract.v1.ZoneEvent;
import org.airwitness.contract.v1.ZoneExitReason;
import org.airwitness.platform.testing.Engines;
import org.airwitness.zone.rest.ZoneApi;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A drone that hovers and is not heard again, while zones change and begin and cease to apply. */
@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "zone"))
class HoveringIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @ConfigProperty(name = Engines.KAFKA)
  String kafka;

  private final ZoneApi api = ZoneApi.ofNewAgency();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final Flight flight = new Flight(api.agency(), now.minusSeconds(2));
  private Bus bus;

  @BeforeEach
  void connect() {
    bus = new Bus(kafka);
  }

  @AfterEach
  void disconnect() {
    bus.close();
  }

  /** Hovers at 10.05, 50.05 and is known to be there. */
  private TrackUpdate hover() {
    UUID marker = api.createSquare("Marker", 10.04, 50.04, 0.02);
    TrackUpdate there = flight.at(10.05, 50.05);
    bus.send(there);
    await().atMost(LIMIT).until(() -> !bus.events(api.agency()).isEmpty());
    api.delete(marker).then().statusCode(204);
    awaitEvents(2);
    return there;
  }

  @Test
  void tellsOfAZoneThatIsDrawnAroundIt() {
    TrackUpdate there = hover();
    Instant before = Instant.now();
    UUID zone = api.createSquare("Emergency", 10, 50, 0.1);

    ZoneEvent enter = awaitEvents(3).getLast();
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(enter.getType()).isEqualTo(ZONE_EVENT_TYPE_ENTER);
    assertThat(enter.getZoneName()).isEqualTo("Emergency");
    assertThat(enter.getIdentity().getDroneId()).isEqualTo("serial:1581F4XF");
    assertThat(enter.getFix()).isEqualTo(there.getFix());
    assertThat(enter.getOccurredAtUs())
        .isBetween(ZoneEventEncoder.micros(before), ZoneEventEncoder.micros(Instant.now()));

    api.replaceSquare(zone, "Emergency", 20, 50, 0.1);
    ZoneEvent cleared = awaitEvents(4).getLast();
    assertThat(cleared.getType()).isEqualTo(ZONE_EVENT_TYPE_CLEARED);
    assertThat(cleared.getExitReason()).isEqualTo(ZoneExitReason.ZONE_EXIT_REASON_ZONE_CHANGED);
    assertThat(cleared.getEpisodeId()).isEqualTo(enter.getEventId());
    bus.send(flight.at(10.05, 50.05));
    assertThat(eventsOnceSettled()).hasSize(4);
  }

  @Test
  void tellsOfTheEdgesOfAZoneAtTheirOwnTimes() {
    hover();
    Instant from = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
    api.createSquare("Parade", 10, 50, 0.1, from, from.plusSeconds(3));

    List<ZoneEvent> events = awaitEvents(6).subList(2, 6);
    assertThat(events)
        .extracting(ZoneEvent::getType)
        .containsExactly(
            ZONE_EVENT_TYPE_APPROACHING,
            ZONE_EVENT_TYPE_ACTIVATED,
            ZONE_EVENT_TYPE_DEACTIVATED,
            ZONE_EVENT_TYPE_CLEARED);
    ZoneEvent activated = events.get(1);
    assertThat(activated.getOccurredAtUs()).isEqualTo(ZoneEventEncoder.micros(from));
    assertThat(events.subList(2, 4))
        .allMatch(event ->
            event.getOccurredAtUs() == ZoneEventEncoder.micros(from.plusSeconds(3))
                && event.getEpisodeId().equals(activated.getEventId()));
    bus.send(flight.at(10.05, 50.05));
    assertThat(eventsOnceSettled()).hasSize(6);
  }

  private List<ZoneEvent> awaitEvents(int count) {
    await().atMost(LIMIT).until(() -> bus.events(api.agency()).size() >= count);
    assertThat(bus.events(api.agency())).hasSize(count);
    return bus.events(api.agency());
  }

  /** The events so far, once a later track of the same agency has been evaluated. */
  private List<ZoneEvent> eventsOnceSettled() {
    api.createSquare("Settled", 30, 50, 0.1);
    Flight marker = new Flight(api.agency());
    await()
        .atMost(LIMIT)
        .until(() -> {
          bus.send(marker.at(30.05, 50.05));
          return bus.events(api.agency()).stream()
              .anyMatch(event -> event.getZoneName().equals("Settled"));
        });
    return bus.events(api.agency()).stream()
        .filter(event -> !event.getZoneName().equals("Settled"))
        .toList();
  }
}
