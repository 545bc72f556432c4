package org.airwitness.airspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.airwitness.airspace.ZoneEvent.ClearReason;
import org.airwitness.airspace.ZoneEvent.Type;
import org.airwitness.airspace.height.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneMonitorTest {
  private static final Zone ZONE = Zones.of("A", Zones.box(0, 0, 1, 1));
  private static final Circle CIRCLE = new Circle(24, 60, 100);
  private static final double FAR = 3;

  private final Flight flight = new Flight(MonitorSettings.DEFAULT, ZONE);

  @Test
  void entersBeatsExitsAndClearsOneEpisode() {
    ZoneEvent enter = only(flight.at(0, 0.5, 0.5));
    assertThat(flight.at(9, 0.5, 0.5)).isEmpty();
    ZoneEvent beat = only(flight.at(10, 0.5, 0.5));
    assertThat(flight.at(19, 0.5, 0.5)).isEmpty();
    ZoneEvent lateBeat = only(flight.at(47, 0.5, 0.5));
    assertThat(flight.at(50, FAR, FAR)).isEmpty();
    assertThat(flight.at(51, FAR, FAR)).isEmpty();
    List<ZoneEvent> end = flight.at(52, FAR, FAR);

    assertThat(flight.types())
        .containsExactly(Type.ENTER, Type.INSIDE, Type.INSIDE, Type.EXIT, Type.CLEARED);
    assertThat(List.of(beat, lateBeat, end.get(0), end.get(1)))
        .allMatch(event -> event.enterEventId().equals(enter.eventId()));
    assertThat(end).extracting(ZoneEvent::reason).containsOnly(ClearReason.LEFT);
    assertThat(end.get(0).time()).isEqualTo(Flight.time(50));
    assertThat(end.get(1).time()).isEqualTo(Flight.time(52));
    assertThat(end.get(1).position()).isEqualTo(new Position(FAR, FAR));
  }

  @Test
  void saysOnEnterWhatItKnowsOfHeightZoneAndPlace() {
    assertThat(only(flight.at(0, 0.5, 0.5)))
        .satisfies(enter -> {
          assertThat(enter.trackId()).isEqualTo(Flight.TRACK);
          assertThat(enter.zoneId()).isEqualTo(ZONE.id());
          assertThat(enter.restriction()).isEqualTo(Restriction.PROHIBITED);
          assertThat(enter.time()).isEqualTo(Flight.START);
          assertThat(enter.position()).isEqualTo(new Position(0.5, 0.5));
          assertThat(enter.vertical()).isEqualTo(VerticalVerdict.IN);
          assertThat(enter.heightMethod()).isEqualTo(HeightMethod.NOT_NEEDED);
          assertThat(enter.enterEventId()).isEqualTo(enter.eventId());
        });
  }

  /** Ten minutes on the edge, the position known to 20 m and off by 10 m now here, now there. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void entersOnceWhileHoveringOnTheBoundary(long seed) {
    Random random = new Random(seed);
    Flight hovering = new Flight(MonitorSettings.DEFAULT, Zones.of("C", CIRCLE)).withAccuracy(20);
    GeodesicData edge = Geodesic.WGS84.Direct(60, 24, 70, 100);
    for (int t = 0; t <= 600; t++) {
      GeodesicData at =
          Geodesic.WGS84.Direct(
              edge.lat2, edge.lon2, random.nextDouble(360), 10 * Math.abs(random.nextGaussian()));
      hovering.at(t, at.lon2, at.lat2);
    }
    assertThat(hovering.types()).filteredOn(Type.ENTER::equals).hasSize(1);
    assertThat(hovering.types()).doesNotContain(Type.EXIT, Type.CLEARED, Type.CROSS);
  }

  @Test
  void crossesSmallCircleBetweenTwoFixes() {
    Flight fast = new Flight(MonitorSettings.DEFAULT, Zones.of("C", new Circle(24, 60, 10)));
    for (int t = 0; t <= 20; t++) {
      GeodesicData at = Geodesic.WGS84.Direct(60, 24, 90, -200 + 40 * t - 20);
      fast.at(t, at.lon2, at.lat2);
    }
    assertThat(fast.types()).containsExactly(Type.APPROACHING, Type.CROSS, Type.CLEARED);
    ZoneEvent cross = fast.events.get(1);
    assertThat(seconds(cross.time())).isCloseTo(5.25, within(0.05));
    assertThat(seconds(cross.until())).isCloseTo(5.75, within(0.05));
    assertThat(cross.enterEventId()).isEqualTo(cross.eventId());
    assertThat(fast.events.get(2).reason()).isEqualTo(ClearReason.RECEDED);
    assertThat(fast.events.get(2).enterEventId()).isEqualTo(fast.events.get(0).eventId());
  }

  @ParameterizedTest(name = "from {0} degrees at {1} m/s")
  @CsvSource({"0, 5", "45, 12", "200, 20", "300, 35"})
  void tellsAMinuteAheadWhenATrackWillEnter(double azimuth, double speedMps) {
    Flight coming = new Flight(MonitorSettings.DEFAULT, Zones.of("C", CIRCLE));
    double wayM = speedMps * 100 + CIRCLE.radiusM();
    for (int t = 0; t <= 105; t++) {
      GeodesicData at = Geodesic.WGS84.Direct(60, 24, azimuth, wayM - speedMps * t);
      coming.at(t, at.lon2, at.lat2);
    }
    ZoneEvent approaching = coming.events.get(0);
    ZoneEvent enter = coming.events.get(1);
    assertThat(coming.types()).startsWith(Type.APPROACHING, Type.ENTER);
    Duration inTruth = Duration.between(approaching.time(), enter.time());
    assertThat(inTruth).isBetween(Duration.ofSeconds(58), Duration.ofSeconds(61));
    assertThat(approaching.timeToEntry()).isNotNull();
    assertThat((double) approaching.timeToEntry().toMillis())
        .isCloseTo(inTruth.toMillis(), within(0.02 * inTruth.toMillis()));
    assertThat(seconds(enter.time())).isCloseTo(100, within(0.1));
  }

  @Test
  void approachesAZoneAboveByItsRateOfClimb() {
    Limit floor = Limit.lower(200, Limit.Unit.M, Limit.Datum.AGL);
    Volume above = new Volume(CIRCLE, floor, Limit.notStated());
    Flight climbing =
        new Flight(
            MonitorSettings.DEFAULT,
            Zones.of("F", Restriction.PROHIBITED, List.of(), floor, above));
    for (int t = 0; t <= 50; t++) {
      climbing.at(t, 24, 60, 20 + 4 * t);
    }
    assertThat(climbing.types()).startsWith(Type.APPROACHING, Type.ENTER);
    assertThat(climbing.events.get(0).timeToEntry()).isEqualTo(Duration.ofSeconds(44));
    assertThat(climbing.events.get(1).time()).isEqualTo(Flight.time(45));
  }

  @Test
  void exitsWhenHeightRulesTheZoneOut() {
    Limit ceiling = Limit.upper(120, Limit.Unit.M, Limit.Datum.AGL);
    Flight rising = new Flight(MonitorSettings.DEFAULT, zone(List.of(), ceiling));
    ZoneEvent enter = only(rising.at(0, 0.5, 0.5));
    rising.at(20, 0.5, 0.5, 300);
    rising.at(40, 0.5, 0.5, 300);
    List<ZoneEvent> end = rising.at(60, 0.5, 0.5, 300);

    assertThat(enter.vertical()).isEqualTo(VerticalVerdict.UNKNOWN);
    assertThat(end).extracting(ZoneEvent::type).containsExactly(Type.EXIT, Type.CLEARED);
    assertThat(end.getFirst().vertical()).isEqualTo(VerticalVerdict.OUT);
  }

  @ParameterizedTest
  @CsvSource({"INFORM, INFO", "ALERT, ALERT"})
  void saysHowMuchAnUnknownHeightAsksFor(UnknownHeight meaning, ZoneEvent.Level level) {
    Flight low = new Flight(MonitorSettings.DEFAULT, Zones.with(limited(), meaning));
    assertThat(only(low.at(0, 0.5, 0.5)).level()).isEqualTo(level);
    assertThat(only(low.at(10, 0.5, 0.5, 50)).level()).isEqualTo(ZoneEvent.Level.ALERT);
    assertThat(low.at(20, 0.5, 0.5))
        .singleElement()
        .satisfies(inside -> {
          assertThat(inside.level()).isEqualTo(level);
          assertThat(inside.vertical()).isEqualTo(VerticalVerdict.UNKNOWN);
        });
  }

  @Test
  void waitsForAHeightWhereUnknownOnesAreIgnored() {
    Flight low = new Flight(MonitorSettings.DEFAULT, Zones.with(limited(), UnknownHeight.IGNORE));
    low.at(0, -0.001, 0.5);
    low.at(8, 0.001, 0.5);
    low.at(20, 0.5, 0.5);
    low.at(30, 0.5, 0.5);
    assertThat(low.events).isEmpty();
    assertThat(only(low.at(40, 0.5, 0.5, 50)).type()).isEqualTo(Type.ENTER);
    low.at(50, 0.5, 0.5);
    low.at(51, 0.5, 0.5);
    low.at(52, 0.5, 0.5);
    assertThat(low.types()).containsExactly(Type.ENTER, Type.EXIT, Type.CLEARED);
  }

  private static Zone limited() {
    return zone(List.of(), Limit.upper(120, Limit.Unit.M, Limit.Datum.AGL));
  }

  @Test
  void staysWhenOutsideByLessThanThePositionMayBeOff() {
    Flight inaccurate = new Flight(MonitorSettings.DEFAULT, ZONE).withAccuracy(45);
    inaccurate.at(0, 0.5, 0.00001);
    for (int t = 1; t < 20; t++) {
      inaccurate.at(t, 0.5, -0.0003); // 33 m
    }
    assertThat(inaccurate.types()).containsOnly(Type.ENTER);
  }

  @Test
  void deactivatesWhenWindowClosesAroundTrack() {
    Applicability untilSoon = new Applicability(false, null, Flight.time(4.5), List.of());
    Flight inside = new Flight(MonitorSettings.DEFAULT, zone(List.of(untilSoon)));
    inside.at(4, 0.5, 0.5);
    List<ZoneEvent> end = inside.at(5, 0.5, 0.5);

    assertThat(end).extracting(ZoneEvent::type).containsExactly(Type.DEACTIVATED, Type.CLEARED);
    assertThat(end).extracting(ZoneEvent::time).containsOnly(Flight.time(4.5));
    assertThat(end.get(1).reason()).isEqualTo(ClearReason.DEACTIVATED);
    assertThat(inside.at(6, 0.5, 0.5)).isEmpty();
  }

  @Test
  void activatesWhenWindowOpensAroundTrack() {
    Applicability fromSoon = new Applicability(false, Flight.time(4.5), null, List.of());
    Flight inside = new Flight(MonitorSettings.DEFAULT, zone(List.of(fromSoon)));

    assertThat(only(inside.at(4, 0.5, 0.5)).type()).isEqualTo(Type.APPROACHING);
    ZoneEvent activated = only(inside.at(5, 0.5, 0.5));
    assertThat(activated.type()).isEqualTo(Type.ACTIVATED);
    assertThat(activated.time()).isEqualTo(Flight.time(4.5));
    assertThat(activated.enterEventId()).isEqualTo(activated.eventId());
  }

  @Test
  void doesNotApproachAZoneThatWillNotApply() {
    Applicability tomorrow = new Applicability(false, Flight.time(86_400), null, List.of());
    Flight inside = new Flight(MonitorSettings.DEFAULT, zone(List.of(tomorrow)));
    inside.at(0, 0.5, 0.5);
    inside.at(1, 0.5, 0.5);
    assertThat(inside.events).isEmpty();
  }

  @Test
  void claimsNothingAboutAWayThatIsTooLong() {
    Flight seldom = new Flight(MonitorSettings.DEFAULT, Zones.of("C", CIRCLE));
    seldom.at(0, 23.99, 60);
    seldom.at(60, 24.01, 60);
    assertThat(seldom.events).isEmpty();
  }

  @Test
  void crossesTheAntimeridianIntoAZone() {
    Zone both = Zones.of("A", Zones.box(179.999, -17, 180, -16), Zones.box(-180, -17, -179.9, -16));
    Flight across = new Flight(MonitorSettings.DEFAULT, both);
    across.at(0, 179.9984, -16.5);
    across.at(5, -179.9996, -16.5);

    assertThat(across.types()).containsExactly(Type.APPROACHING, Type.ENTER);
    assertThat(seconds(across.events.get(1).time())).isCloseTo(1.5, within(0.01));
  }

  @Test
  void staysSilentAboutZonesWithoutRestriction() {
    Zone context =
        Zones.of(
            "A", Restriction.NO_RESTRICTION, List.of(), Limit.notStated(), Zones.box(0, 0, 1, 1));
    assertThat(new Flight(MonitorSettings.DEFAULT, context).at(0, 0.5, 0.5)).isEmpty();
  }

  @Test
  void raisesStricterZoneFirst() {
    Zone mild =
        Zones.of("B", Restriction.CONDITIONAL, List.of(), Limit.notStated(), Zones.box(0, 0, 1, 1));
    assertThat(new Flight(MonitorSettings.DEFAULT, mild, ZONE).at(0, 0.5, 0.5))
        .extracting(ZoneEvent::restriction)
        .containsExactly(Restriction.PROHIBITED, Restriction.CONDITIONAL);
  }

  @Test
  void ignoresSequenceSeenBefore() {
    flight.monitor.onFix(fix(5, 0, 0.5));
    assertThat(flight.monitor.onFix(fix(5, 1, FAR))).isEqualTo(Outcome.NOTHING);
    assertThat(flight.monitor.onFix(fix(4, 2, FAR))).isEqualTo(Outcome.NOTHING);
    assertThat(flight.monitor.listInside().getFirst().episodes())
        .extracting(Episode::phase)
        .containsExactly(Episode.Phase.INSIDE);
  }

  @Test
  void ignoresFixEarlierThanTheLatest() {
    flight.monitor.onFix(fix(1, 10, 0.5));
    assertThat(flight.monitor.onFix(fix(2, 9, FAR))).isEqualTo(Outcome.NOTHING);
    assertThat(flight.monitor.onFix(fix(3, 0, FAR))).isEqualTo(Outcome.NOTHING);
  }

  @Test
  void recognisesLateFixByWhatTheMessageCarriesAfterRestart() {
    PreviousFix previous = new PreviousFix(Flight.time(30), new Position(0.5, 0.5), Heights.NONE);
    Fix late =
        new Fix(
            Flight.TRACK,
            9,
            Flight.time(20),
            new Position(0.5, 0.5),
            Double.NaN,
            Heights.NONE,
            previous);
    assertThat(flight.monitor.onFix(late)).isEqualTo(Outcome.NOTHING);
  }

  @Test
  void clearsEveryEpisodeOfLostTrackOnce() {
    ZoneEvent enter = only(flight.at(0, 0.5, 0.5));
    ZoneEvent cleared = only(flight.lost(15));

    assertThat(cleared.type()).isEqualTo(Type.CLEARED);
    assertThat(cleared.reason()).isEqualTo(ClearReason.TRACK_LOST);
    assertThat(cleared.enterEventId()).isEqualTo(enter.eventId());
    assertThat(cleared.time()).isEqualTo(Flight.time(15));
    assertThat(cleared.position()).isNull();
    assertThat(flight.monitor.onTrackLost(Flight.TRACK, 2, Flight.time(15)))
        .isEqualTo(Outcome.NOTHING);
    assertThat(only(flight.at(16, 0.5, 0.5)).type()).isEqualTo(Type.ENTER);
  }

  @Test
  void clearsEpisodesInRemovedZonesOnly() {
    Zone other = Zones.of("B", Zones.box(0, 0, 1, 1));
    ZoneIndex both = ZoneIndex.of(List.of(ZONE, other));
    flight.monitor.onZonesChanged(both, Flight.START);
    flight.at(1, 0.5, 0.5);
    Outcome outcome =
        flight.monitor.onZonesChanged(both.with(List.of(), Set.of(ZONE.id())), Flight.time(2));

    ZoneEvent cleared = only(outcome.events());
    assertThat(cleared.zoneId()).isEqualTo(ZONE.id());
    assertThat(cleared.reason()).isEqualTo(ClearReason.ZONE_REMOVED);
    assertThat(cleared.time()).isEqualTo(Flight.time(2));
    assertThat(flight.monitor.listInside().getFirst().episodes())
        .extracting(Episode::zoneId)
        .containsExactly(other.id());
  }

  @Test
  void reportsPresenceOnlyWhenSomethingChanges() {
    Presence entered = flight.monitor.onFix(fix(1, 0, 0.5)).changedPresences().getFirst();
    assertThat(flight.monitor.onFix(fix(2, 1, 0.5)).changedPresences()).isEmpty();
    assertThat(flight.monitor.onFix(fix(3, 10, 0.5)).changedPresences()).isEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(flight.monitor.onFix(fix(4 + i, 21 + i, FAR)).changedPresences()).hasSize(1);
    }

    assertThat(entered.sequence()).isEqualTo(1);
    assertThat(entered.lastFixAt()).isEqualTo(Flight.START);
    assertThat(entered.episodes()).hasSize(1);
    assertThat(flight.monitor.listInside()).isEmpty();
  }

  @Test
  void continuesLeavingFromStoredPresence() {
    flight.monitor.onFix(fix(1, 0, 0.5));
    flight.monitor.onFix(fix(2, 1, FAR));
    Outcome second = flight.monitor.onFix(fix(3, 2, FAR));
    ZoneMonitor restarted = monitor(ZoneIndex.of(List.of(ZONE)));
    restarted.restore(second.changedPresences());

    assertThat(restarted.onFix(fix(3, 2, FAR))).isEqualTo(Outcome.NOTHING);
    Outcome third = restarted.onFix(fix(4, 3, FAR));
    assertThat(third).isEqualTo(flight.monitor.onFix(fix(4, 3, FAR)));
    assertThat(third.events().getFirst().time()).isEqualTo(Flight.time(1));
  }

  @Test
  void clearsStoredEpisodeInZoneThatIsGoneAtTheNextFix() {
    Outcome entered = flight.monitor.onFix(fix(1, 0, 0.5));
    ZoneMonitor restarted = monitor(ZoneIndex.of(List.of()));
    restarted.restore(entered.changedPresences());

    assertThat(only(restarted.onFix(fix(2, 1, 0.5)).events()).reason())
        .isEqualTo(ClearReason.ZONE_REMOVED);
  }

  @Test
  void givesAnotherAgencyOtherEventIds() {
    ZoneMonitor other =
        new ZoneMonitor(
            "other", ZoneIndex.of(List.of(ZONE)), Environment.NONE, MonitorSettings.DEFAULT);
    assertThat(only(other.onFix(fix(1, 0, 0.5)).events()).eventId())
        .isNotEqualTo(only(flight.at(0, 0.5, 0.5)).eventId());
  }

  private static ZoneMonitor monitor(ZoneIndex index) {
    return new ZoneMonitor("agency", index, Environment.NONE, MonitorSettings.DEFAULT);
  }

  private static Fix fix(long sequence, int second, double deg) {
    return new Fix(
        new UUID(1, 1),
        sequence,
        Flight.time(second),
        new Position(deg, deg),
        Double.NaN,
        Heights.NONE,
        null);
  }

  private static Zone zone(List<Applicability> times) {
    return zone(times, Limit.notStated());
  }

  private static Zone zone(List<Applicability> times, Limit upper) {
    return Zones.of("A", Restriction.PROHIBITED, times, upper, Zones.box(0, 0, 1, 1));
  }

  private static double seconds(Instant time) {
    return Duration.between(Flight.START, time).toMillis() / 1000.0;
  }

  private static ZoneEvent only(List<ZoneEvent> events) {
    assertThat(events).hasSize(1);
    return events.getFirst();
  }
}
