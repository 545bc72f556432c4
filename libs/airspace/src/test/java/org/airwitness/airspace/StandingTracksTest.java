package org.airwitness.airspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.airwitness.airspace.ZoneEvent.ClearReason;
import org.airwitness.airspace.ZoneEvent.Type;
import org.airwitness.airspace.height.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What zones and the time do to tracks of which no new fix comes. */
class StandingTracksTest {
  private static final Zone EMERGENCY = Zones.of("E", Zones.box(0, 0, 1, 1));
  private static final Zone ELSEWHERE = Zones.of("F", Zones.box(5, 5, 6, 6));

  private final Flight flight = new Flight(MonitorSettings.DEFAULT);

  @Test
  void entersAZoneThatIsDrawnAroundAHoveringTrack() {
    flight.at(0, 0.5, 0.5);
    Outcome outcome = flight.monitor.onZonesChanged(index(EMERGENCY, ELSEWHERE), Flight.time(3));

    ZoneEvent enter = only(outcome);
    assertThat(enter.type()).isEqualTo(Type.ENTER);
    assertThat(enter.zoneId()).isEqualTo(EMERGENCY.id());
    assertThat(enter.time()).isEqualTo(Flight.time(3));
    assertThat(enter.position()).isEqualTo(new Position(0.5, 0.5));
    assertThat(outcome.changedPresences()).hasSize(1);
    assertThat(flight.at(4, 0.5, 0.5)).isEmpty();
  }

  @Test
  void approachesAZoneThatIsDrawnAheadOfATrack() {
    flight.at(0, -0.0050, 0.5);
    flight.at(1, -0.0049, 0.5);
    ZoneEvent approaching = only(flight.monitor.onZonesChanged(index(EMERGENCY), Flight.time(1.5)));
    assertThat(approaching.type()).isEqualTo(Type.APPROACHING);
    assertThat(approaching.timeToEntry()).isCloseTo(Duration.ofSeconds(49), Duration.ofSeconds(1));
  }

  @Test
  void leavesAloneTracksThatAreLostOrWereHeardLongAgo() {
    flight.at(0, 0.5, 0.5);
    assertThat(flight.monitor.onZonesChanged(index(EMERGENCY), Flight.time(121)))
        .isEqualTo(Outcome.NOTHING);
    Flight lost = new Flight(MonitorSettings.DEFAULT);
    lost.at(0, 0.5, 0.5);
    lost.lost(15);
    assertThat(lost.monitor.onZonesChanged(index(EMERGENCY), Flight.time(16)))
        .isEqualTo(Outcome.NOTHING);
  }

  @Test
  void raisesNothingOnceMoreForZonesThatStayTheSame() {
    flight.monitor.onZonesChanged(index(EMERGENCY), Flight.START);
    flight.at(0, 0.5, 0.5);
    Zone readAgain = Zones.of("E", Zones.box(0, 0, 1, 1));
    assertThat(flight.monitor.onZonesChanged(index(readAgain, ELSEWHERE), Flight.time(1)))
        .isEqualTo(Outcome.NOTHING);
    assertThat(flight.types()).containsExactly(Type.ENTER);
  }

  @Test
  void keepsAStayInAChangedZoneThatStillHoldsTheTrackAndClearsItOtherwise() {
    flight.monitor.onZonesChanged(index(EMERGENCY), Flight.START);
    flight.at(0, 0.5, 0.5);
    Zone smaller = Zones.of("E", Zones.box(0.4, 0.4, 1, 1));
    assertThat(flight.monitor.onZonesChanged(index(smaller), Flight.time(1)))
        .isEqualTo(Outcome.NOTHING);
    Zone beside = Zones.of("E", Zones.box(0.6, 0.6, 1, 1));
    ZoneEvent cleared = only(flight.monitor.onZonesChanged(index(beside), Flight.time(2)));

    assertThat(cleared.type()).isEqualTo(Type.CLEARED);
    assertThat(cleared.reason()).isEqualTo(ClearReason.ZONE_CHANGED);
    assertThat(cleared.enterEventId()).isEqualTo(flight.events.getFirst().eventId());
    assertThat(flight.at(3, 0.5, 0.5)).isEmpty();
  }

  @Test
  void meetsAnOverlaidZoneOnly() {
    flight.monitor.onZonesChanged(index(ELSEWHERE), Flight.START);
    flight.at(0, 0.5, 0.5);
    ZoneIndex with = index(ELSEWHERE).with(List.of(EMERGENCY), Set.of());
    assertThat(only(flight.monitor.onZonesChanged(with, Flight.time(1))).type())
        .isEqualTo(Type.ENTER);
  }

  @Test
  void deactivatesAndActivatesAtTheEdgeWithoutAFix() {
    Flight silent = new Flight(MonitorSettings.DEFAULT, zone(window(20, 45)));
    silent.at(15, 0.5, 0.5);
    assertThat(silent.monitor.nextEdge(Flight.time(15))).isEqualTo(Flight.time(20));
    assertThat(silent.monitor.onTime(Flight.time(19.9))).isEqualTo(Outcome.NOTHING);
    Outcome opened = silent.monitor.onTime(Flight.time(22));
    ZoneEvent activated = only(opened);
    assertThat(activated.type()).isEqualTo(Type.ACTIVATED);
    assertThat(activated.time()).isEqualTo(Flight.time(20));
    assertThat(opened.changedPresences().getFirst().lastFixAt()).isEqualTo(Flight.time(20));
    assertThat(silent.monitor.onTime(Flight.time(23))).isEqualTo(Outcome.NOTHING);

    assertThat(silent.monitor.nextEdge(Flight.time(22))).isEqualTo(Flight.time(45));
    List<ZoneEvent> closed = silent.monitor.onTime(Flight.time(47)).events();
    assertThat(closed).extracting(ZoneEvent::type).containsExactly(Type.DEACTIVATED, Type.CLEARED);
    assertThat(closed).extracting(ZoneEvent::time).containsOnly(Flight.time(45));
    assertThat(closed).allMatch(e -> e.enterEventId().equals(activated.eventId()));
    assertThat(silent.at(46, 0.5, 0.5)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void givesEdgesTheSameIdsWhetherTheClockOrAFixShowsThem(boolean byClock) {
    Flight byFix = new Flight(MonitorSettings.DEFAULT, zone(window(20, 45)));
    Flight other = new Flight(MonitorSettings.DEFAULT, zone(window(20, 45)));
    for (int t = 18; t < 50; t++) {
      if (byClock || t == 47) {
        other.events.addAll(other.monitor.onTime(Flight.time(t)).events());
      }
      byFix.at(t, 0.5, 0.5);
      other.at(t, 0.5, 0.5);
    }
    assertThat(other.events)
        .extracting(ZoneEvent::eventId)
        .isEqualTo(byFix.events.stream().map(ZoneEvent::eventId).toList());
    assertThat(byFix.types()).contains(Type.ACTIVATED, Type.DEACTIVATED);
  }

  @Test
  void takesAFixFromBeforeADecidedEdgeAsLate() {
    Flight slow = new Flight(MonitorSettings.DEFAULT, zone(window(0, 45)));
    slow.at(43, 0.5, 0.5);
    slow.events.addAll(slow.monitor.onTime(Flight.time(47)).events());
    slow.at(44, 0.5, 0.5);
    slow.at(48, 0.5, 0.5);
    assertThat(slow.types()).containsExactly(Type.ENTER, Type.DEACTIVATED, Type.CLEARED);
  }

  @Test
  void deactivatesAStoredStayAfterARestart() {
    Zone zone = zone(window(0, 45));
    Flight before = new Flight(MonitorSettings.DEFAULT, zone);
    before.at(40, 0.5, 0.5);
    ZoneMonitor restarted =
        new ZoneMonitor("agency", index(zone), Environment.NONE, MonitorSettings.DEFAULT);
    restarted.restore(before.monitor.listInside());
    assertThat(restarted.onTime(Flight.time(50)).events())
        .isEqualTo(
            before.monitor.onTime(Flight.time(50)).events().stream()
                .map(StandingTracksTest::withoutPosition)
                .toList())
        .hasSize(2);
  }

  @Test
  void leavesTracksAloneThatWereHeardTooLongBeforeAnEdge() {
    Flight silent = new Flight(MonitorSettings.DEFAULT, zone(window(200, 300)));
    silent.at(10, 0.5, 0.5);
    assertThat(silent.monitor.onTime(Flight.time(202))).isEqualTo(Outcome.NOTHING);
  }

  @Test
  void knowsTheNextEdgeOfASchedule() {
    DayTime six = new DayTime.Clock(Duration.ofHours(6), ZoneOffset.UTC);
    DayTime eight = new DayTime.Clock(Duration.ofHours(8), ZoneOffset.UTC);
    DailyPeriod daily = new DailyPeriod(EnumSet.allOf(DayOfWeek.class), six, eight);
    Zone zone = zone(new Applicability(false, null, null, List.of(daily)));
    ZoneMonitor monitor =
        new ZoneMonitor(
            "agency", ZoneIndex.of(List.of(zone)), Environment.NONE, MonitorSettings.DEFAULT);
    Instant noon = Flight.START;
    assertThat(monitor.nextEdge(noon)).isEqualTo("2026-08-15T06:00:00Z");
    assertThat(monitor.nextEdge(Instant.parse("2026-08-15T06:00:00Z")))
        .isEqualTo("2026-08-15T08:00:00Z");
    assertThat(monitor.nextEdge(Instant.parse("2026-12-24T07:00:00Z")))
        .isEqualTo("2026-12-24T08:00:00Z");
    assertThat(new Flight(MonitorSettings.DEFAULT, EMERGENCY).monitor.nextEdge(noon))
        .isEqualTo(noon.plus(Duration.ofDays(1)));
  }

  private static ZoneEvent withoutPosition(ZoneEvent event) {
    return new ZoneEvent(
        event.eventId(),
        event.type(),
        event.level(),
        event.reason(),
        event.trackId(),
        event.zoneId(),
        event.zoneName(),
        event.restriction(),
        event.time(),
        event.until(),
        event.timeToEntry(),
        null,
        event.vertical(),
        event.heightMethod(),
        event.marginal(),
        event.enterEventId());
  }

  private static Applicability window(double from, double to) {
    return new Applicability(false, Flight.time(from), Flight.time(to), List.of());
  }

  private static Zone zone(Applicability period) {
    return Zones.of(
        "W",
        Restriction.PROHIBITED,
        List.of(period),
        Limit.notStated(),
        Zones.box(0.4, 0.4, 0.6, 0.6));
  }

  private static ZoneIndex index(Zone... zones) {
    return ZoneIndex.of(List.of(zones));
  }

  private static ZoneEvent only(Outcome outcome) {
    assertThat(outcome.events()).hasSize(1);
    return outcome.events().getFirst();
  }
}
