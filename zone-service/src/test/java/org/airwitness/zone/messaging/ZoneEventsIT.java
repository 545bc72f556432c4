package org.airwitness.zone.messaging;

import static org.airwitness.contract.v1.ZoneEventType.ZONE_EVENT_TYPE_APPROACHING;
import static org.airwitness.contract.v1.ZoneEventType.ZONE_EVENT_TYPE_CLEARED;
import static org.airwitness.contract.v1.ZoneEventType.ZONE_EVENT_TYPE_CROSS;
import static org.airwitness.contract.v1.ZoneEventType.ZONE_EVENT_TYPE_ENTER;
import static org.airwitness.contract.v1.ZoneEventType.ZONE_EVENT_TYPE_EXIT;
import static org.airwitness.contract.v1.ZoneExitReason.ZONE_EXIT_REASON_LEFT;
import static org.airwitness.contract.v1.ZoneExitReason.ZONE_EXIT_REASON_RECEDED;
import static org.airwitness.contract.v1.ZoneExitReason.ZONE_EXIT_REASON_TRACK_LOST;
import static org.airwitness.contract.v1.ZoneExitReason.ZONE_EXIT_REASON_ZONE_REMOVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.airwitness.contract.DeterministicId;
import org.airwitness.contract.v1.Restriction;
import org.airwitness.contract.v1.TrackUpdate;
import org.airwitness.contract.v1.VerticalVerdict;
import org.airwitness.contract.v1.ZoneEvent;
import org.airwitness.contract.v1.ZoneEventLevel;
import org.airwitness.platform.testing.Engines;
import org.airwitness.zone.rest.ZoneApi;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "zone"))
class ZoneEventsIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @ConfigProperty(name = Engines.KAFKA)
  String kafka;

  private final ZoneApi api = ZoneApi.ofNewAgency();
  private final Flight flight = new Flight(api.agency());
  private Bus bus;

  @BeforeEach
  void connect() {
    bus = new Bus(kafka);
  }

  @AfterEach
  void disconnect() {
    bus.close();
  }

  @Test
  void tellsWhenADroneEntersAndLeaves() {
    UUID zone = api.createSquare("Harbour", 10, 50, 0.1);
    bus.send(
        flight.at(9.99, 50.05),
        flight.at(10.01, 50.05),
        flight.heard(),
        flight.at(9.98, 50.05),
        flight.at(9.98, 50.05),
        flight.at(9.98, 50.05));

    List<ZoneEvent> events = awaitEvents(3);

    ZoneEvent enter = events.getFirst();
    assertThat(enter.getType()).isEqualTo(ZONE_EVENT_TYPE_ENTER);
    assertThat(enter.getZoneName()).isEqualTo("Harbour");
    assertThat(enter.getRestriction()).isEqualTo(Restriction.RESTRICTION_PROHIBITED);
    assertThat(DeterministicId.fromWire(enter.getZoneId())).isEqualTo(zone);
    assertThat(DeterministicId.fromWire(enter.getTrackId())).isEqualTo(flight.trackId());
    assertThat(enter.getFix().getPosition().getLonE7()).isEqualTo(100_100_000);
    assertThat(enter.getOccurredAtUs()).isEqualTo(enter.getFix().getTimeUs());
    assertThat(enter.getVerticalVerdict()).isEqualTo(VerticalVerdict.VERTICAL_VERDICT_IN);
    assertThat(enter.getHeightMethod()).isEqualTo("reported-above-ground");
    assertThat(enter.getLevel()).isEqualTo(ZoneEventLevel.ZONE_EVENT_LEVEL_ALERT);
    assertThat(enter.getEpisodeId()).isEqualTo(enter.getEventId());
    ZoneEvent exit = events.get(1);
    assertThat(exit.getType()).isEqualTo(ZONE_EVENT_TYPE_EXIT);
    assertThat(exit.getExitReason()).isEqualTo(ZONE_EXIT_REASON_LEFT);
    assertThat(exit.getEpisodeId()).isEqualTo(enter.getEventId());
    ZoneEvent cleared = events.get(2);
    assertThat(cleared.getType()).isEqualTo(ZONE_EVENT_TYPE_CLEARED);
    assertThat(cleared.getExitReason()).isEqualTo(ZONE_EXIT_REASON_LEFT);
    assertThat(cleared.getOccurredAtUs() - exit.getOccurredAtUs()).isEqualTo(2_000_000);
  }

  @Test
  void tellsWhenADroneWillEnterAndThatItFlewThrough() {
    api.createSquare("Mast", 10, 50, 0.0001);
    // 20 m/s eastward, 7 m of zone between two fixes.
    double step = 0.00028;
    TrackUpdate[] fixes =
        IntStream.rangeClosed(-30, 8)
            .mapToObj(i -> flight.at(10.00005 + (i + 0.5) * step, 50.00005))
            .toArray(TrackUpdate[]::new);
    bus.send(fixes);

    List<ZoneEvent> events = awaitEvents(3);
    assertThat(events)
        .extracting(ZoneEvent::getType)
        .containsExactly(
            ZONE_EVENT_TYPE_APPROACHING, ZONE_EVENT_TYPE_CROSS, ZONE_EVENT_TYPE_CLEARED);
    ZoneEvent approaching = events.get(0);
    ZoneEvent cross = events.get(1);
    assertThat(approaching.getTimeToEntryMs() * 1000.0)
        .isCloseTo(cross.getOccurredAtUs() - approaching.getOccurredAtUs(), withinPercentage(1));
    assertThat(cross.getUntilUs() - cross.getOccurredAtUs()).isBetween(300_000L, 400_000L);
    assertThat(cross.getEpisodeId()).isEqualTo(cross.getEventId());
    assertThat(events.get(2).getEpisodeId()).isEqualTo(approaching.getEventId());
    assertThat(events.get(2).getExitReason()).isEqualTo(ZONE_EXIT_REASON_RECEDED);
  }

  @Test
  void namesTheDroneButNotItsPilot() {
    api.createSquare("Harbour", 10, 50, 0.1);
    bus.send(flight.at(10.01, 50.05));
    ZoneEvent enter = awaitEvents(1).getFirst();
    assertThat(enter.getIdentity().getDroneId()).isEqualTo("serial:1581F4XF");
    assertThat(enter.getIdentity().getOperatorId()).isEmpty();
  }

  @Test
  void endsTheStayOfALostTrackWithItsLastFix() {
    api.createSquare("Harbour", 10, 50, 0.1);
    TrackUpdate inside = flight.at(10.01, 50.05);
    bus.send(inside, flight.lost());
    ZoneEvent exit = awaitEvents(2).get(1);
    assertThat(exit.getExitReason()).isEqualTo(ZONE_EXIT_REASON_TRACK_LOST);
    assertThat(exit.getFix()).isEqualTo(inside.getFix());
  }

  @Test
  void endsStaysInARemovedZoneWithoutWaitingForAFix() {
    UUID zone = api.createSquare("Harbour", 10, 50, 0.1);
    TrackUpdate inside = flight.at(10.01, 50.05);
    bus.send(inside);
    awaitEvents(1);

    api.delete(zone).then().statusCode(204);

    ZoneEvent exit = awaitEvents(2).get(1);
    assertThat(exit.getExitReason()).isEqualTo(ZONE_EXIT_REASON_ZONE_REMOVED);
    assertThat(exit.getZoneName()).isEqualTo("Harbour");
    assertThat(exit.getIdentity().getDroneId()).isEqualTo("serial:1581F4XF");
    assertThat(exit.getFix()).isEqualTo(inside.getFix());
  }

  @Test
  void noticesANewZoneAroundADroneHeardLongAgoAtItsNextFix() {
    bus.send(flight.at(10.01, 50.05));
    UUID zone = api.createSquare("Emergency", 10, 50, 0.1);
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> {
          bus.send(flight.at(10.01, 50.05));
          assertThat(bus.events(api.agency())).isNotEmpty();
        });
    ZoneEvent enter = bus.events(api.agency()).getFirst();
    assertThat(DeterministicId.fromWire(enter.getZoneId())).isEqualTo(zone);
  }

  @Test
  void saysNothingTwiceWhenTracksAreDeliveredAgain() {
    api.createSquare("Harbour", 10, 50, 0.1);
    TrackUpdate[] all = {
      flight.at(9.99, 50.05),
      flight.at(10.01, 50.05),
      flight.at(10.02, 50.05),
      flight.at(9.98, 50.05),
      flight.lost()
    };
    bus.send(all);
    awaitEvents(2);

    bus.send(all);

    assertThat(eventsOnceSettled()).hasSize(2);
  }

  @Test
  void showsAnAgencyOnlyItsOwnZones() {
    ZoneApi other = ZoneApi.ofNewAgency();
    Flight theirs = new Flight(other.agency());
    api.createSquare("Ours", 10, 50, 0.1);
    UUID zone = other.createSquare("Theirs", 20, 50, 0.1);
    bus.send(flight.at(20.01, 50.05), theirs.at(10.01, 50.05), theirs.at(20.01, 50.05));
    await().atMost(LIMIT).untilAsserted(() -> assertThat(bus.events(other.agency())).hasSize(1));
    assertThat(DeterministicId.fromWire(bus.events(other.agency()).getFirst().getZoneId()))
        .isEqualTo(zone);
    assertThat(eventsOnceSettled()).isEmpty();
  }

  @Test
  void goesOnAfterRecordsThatMakeNoSense() {
    api.createSquare("Harbour", 10, 50, 0.1);
    TrackUpdate inside = flight.at(10.01, 50.05);
    bus.send(api.agency(), new byte[] {1, 2, 3});
    bus.send(api.agency(), inside.toBuilder().clearTrackId().build().toByteArray());
    bus.send(api.agency(), inside.toBuilder().setAgencyId("somebody-else").build().toByteArray());
    bus.send(inside);
    assertThat(awaitEvents(1).getFirst().getType()).isEqualTo(ZONE_EVENT_TYPE_ENTER);
  }

  private List<ZoneEvent> awaitEvents(int count) {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> assertThat(bus.events(api.agency())).hasSizeGreaterThanOrEqualTo(count));
    assertThat(bus.events(api.agency())).hasSize(count);
    return bus.events(api.agency());
  }

  /** The events so far, once a later track of the same agency has been evaluated. */
  private List<ZoneEvent> eventsOnceSettled() {
    api.createSquare("Marker", 30, 50, 0.1);
    Flight marker = new Flight(api.agency());
    await()
        .atMost(LIMIT)
        .until(() -> {
          bus.send(marker.at(30.05, 50.05));
          return bus.events(api.agency()).stream()
              .anyMatch(event -> event.getZoneName().equals("Marker"));
        });
    return bus.events(api.agency()).stream()
        .filter(event -> !event.getZoneName().equals("Marker"))
        .toList();
  }
}
