package org.airwitness.airspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.airwitness.airspace.ZoneEvent.ExitReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ZoneMonitorTest {
  private static final Instant START = Instant.parse("2026-08-14T12:00:00Z");
  private static final UUID TRACK = new UUID(1, 1);
  private static final Zone ZONE = Zones.of("A", Zones.box(0, 0, 1, 1));
  private static final Position INSIDE = new Position(0.5, 0.5);
  private static final Position OUTSIDE = new Position(2, 2);

  private final ZoneMonitor monitor = new ZoneMonitor("agency", ZoneIndex.of(List.of(ZONE)));

  @Test
  void raisesEnterHeartbeatsAndExitOfOneEpisode() {
    ZoneEvent enter = only(at(1, 0, INSIDE));
    assertThat(at(2, 9, INSIDE).events()).isEmpty();
    ZoneEvent beat = only(at(3, 10, INSIDE));
    assertThat(at(4, 19, INSIDE).events()).isEmpty();
    ZoneEvent lateBeat = only(at(5, 47, INSIDE));
    ZoneEvent exit = only(at(6, 50, OUTSIDE));

    assertThat(List.of(enter.type(), beat.type(), lateBeat.type(), exit.type()))
        .containsExactly(
            ZoneEvent.Type.ENTER,
            ZoneEvent.Type.INSIDE,
            ZoneEvent.Type.INSIDE,
            ZoneEvent.Type.EXIT);
    assertThat(List.of(beat, lateBeat, exit))
        .allMatch(event -> event.enterEventId().equals(enter.eventId()));
    assertThat(exit.reason()).isEqualTo(ExitReason.LEFT);
    assertThat(exit.time()).isEqualTo(START.plusSeconds(50));
    assertThat(exit.position()).isEqualTo(OUTSIDE);
  }

  @Test
  void saysOnEnterWhatItKnowsOfHeightZoneAndPlace() {
    assertThat(only(at(1, 0, INSIDE)))
        .satisfies(enter -> {
          assertThat(enter.trackId()).isEqualTo(TRACK);
          assertThat(enter.zoneId()).isEqualTo(ZONE.id());
          assertThat(enter.restriction()).isEqualTo(Restriction.PROHIBITED);
          assertThat(enter.position()).isEqualTo(INSIDE);
          assertThat(enter.vertical()).isEqualTo(VerticalVerdict.IN);
          assertThat(enter.heightMethod()).isEqualTo(HeightMethod.NOT_NEEDED);
          assertThat(enter.enterEventId()).isEqualTo(enter.eventId());
        });
  }

  @Test
  void entersWithUnknownHeightAndLeavesUpwards() {
    Limit ceiling = Limit.upper(120, Limit.Unit.M, Limit.Datum.AGL);
    monitorOf(zone(Restriction.PROHIBITED, List.of(), ceiling));

    ZoneEvent enter = only(fix(1, 0, INSIDE, Heights.NONE));
    ZoneEvent exit = only(fix(2, 1, INSIDE, new Heights(null, null, null, new Height(300, 3))));

    assertThat(enter.vertical()).isEqualTo(VerticalVerdict.UNKNOWN);
    assertThat(exit.reason()).isEqualTo(ExitReason.LEFT);
    assertThat(exit.vertical()).isEqualTo(VerticalVerdict.OUT);
  }

  @Test
  void exitsAsInactiveWhenWindowClosesAroundTrack() {
    Applicability untilSoon = new Applicability(false, null, START.plusSeconds(5), List.of());
    monitorOf(zone(Restriction.PROHIBITED, List.of(untilSoon), Limit.notStated()));

    at(1, 4, INSIDE);
    assertThat(only(at(2, 5, INSIDE)).reason()).isEqualTo(ExitReason.ZONE_INACTIVE);
  }

  @Test
  void entersWhenWindowOpensAroundTrack() {
    Applicability fromSoon = new Applicability(false, START.plusSeconds(5), null, List.of());
    monitorOf(zone(Restriction.PROHIBITED, List.of(fromSoon), Limit.notStated()));

    assertThat(at(1, 4, INSIDE).events()).isEmpty();
    assertThat(only(at(2, 5, INSIDE)).type()).isEqualTo(ZoneEvent.Type.ENTER);
  }

  @Test
  void staysSilentAboutZonesWithoutRestriction() {
    monitorOf(zone(Restriction.NO_RESTRICTION, List.of(), Limit.notStated()));
    assertThat(at(1, 0, INSIDE)).isEqualTo(Outcome.NOTHING);
  }

  @Test
  void raisesStricterZoneFirst() {
    Zone mild =
        Zones.of("B", Restriction.CONDITIONAL, List.of(), Limit.notStated(), Zones.box(0, 0, 1, 1));
    ZoneMonitor both = new ZoneMonitor("agency", ZoneIndex.of(List.of(mild, ZONE)));

    assertThat(both.onFix(fixOf(1, 0, INSIDE, Heights.NONE)).events())
        .extracting(ZoneEvent::restriction)
        .containsExactly(Restriction.PROHIBITED, Restriction.CONDITIONAL);
  }

  @Test
  void ignoresSequenceSeenBefore() {
    at(5, 0, INSIDE);
    assertThat(at(5, 1, OUTSIDE)).isEqualTo(Outcome.NOTHING);
    assertThat(at(4, 2, OUTSIDE)).isEqualTo(Outcome.NOTHING);
    assertThat(only(at(6, 3, OUTSIDE)).type()).isEqualTo(ZoneEvent.Type.EXIT);
  }

  @Test
  void ignoresFixEarlierThanTheLatest() {
    at(1, 10, INSIDE);
    assertThat(at(2, 9, OUTSIDE)).isEqualTo(Outcome.NOTHING);
    assertThat(at(3, 9, OUTSIDE)).isEqualTo(Outcome.NOTHING);
    assertThat(only(at(4, 10, OUTSIDE)).type()).isEqualTo(ZoneEvent.Type.EXIT);
  }

  @Test
  void recognisesLateFixByWhatTheMessageCarriesAfterRestart() {
    PreviousFix previous = new PreviousFix(START.plusSeconds(30), INSIDE);
    Fix late = new Fix(TRACK, 9, START.plusSeconds(20), INSIDE, Heights.NONE, previous);
    assertThat(monitor.onFix(late)).isEqualTo(Outcome.NOTHING);
  }

  @Test
  void endsEveryEpisodeOfLostTrackOnce() {
    ZoneEvent enter = only(at(1, 0, INSIDE));
    ZoneEvent exit = only(monitor.onTrackLost(TRACK, 2, START.plusSeconds(15)));

    assertThat(exit.reason()).isEqualTo(ExitReason.TRACK_LOST);
    assertThat(exit.enterEventId()).isEqualTo(enter.eventId());
    assertThat(exit.time()).isEqualTo(START.plusSeconds(15));
    assertThat(exit.position()).isNull();
    assertThat(monitor.onTrackLost(TRACK, 2, START.plusSeconds(15))).isEqualTo(Outcome.NOTHING);
    assertThat(at(1, 0, INSIDE)).isEqualTo(Outcome.NOTHING);
    assertThat(only(at(3, 16, INSIDE)).type()).isEqualTo(ZoneEvent.Type.ENTER);
  }

  @Test
  void ignoresLossOlderThanTheLatestFix() {
    at(3, 20, INSIDE);
    assertThat(monitor.onTrackLost(TRACK, 2, START.plusSeconds(15))).isEqualTo(Outcome.NOTHING);
  }

  @Test
  void endsEpisodesInRemovedZonesOnly() {
    Zone other = Zones.of("B", Zones.box(0, 0, 1, 1));
    monitor.onZonesChanged(ZoneIndex.of(List.of(ZONE, other)), START);
    at(1, 1, INSIDE);
    Instant changed = START.plusSeconds(2);
    ZoneEvent exit = only(monitor.onZonesChanged(ZoneIndex.of(List.of(other)), changed));

    assertThat(exit.zoneId()).isEqualTo(ZONE.id());
    assertThat(exit.reason()).isEqualTo(ExitReason.ZONE_REMOVED);
    assertThat(exit.time()).isEqualTo(changed);
    assertThat(monitor.listInside().getFirst().episodes())
        .extracting(Episode::zoneId)
        .containsExactly(other.id());
  }

  @Test
  void reportsPresenceOnlyWhenItChanges() {
    Presence entered = at(1, 0, INSIDE).changedPresences().getFirst();
    assertThat(at(2, 1, INSIDE).changedPresences()).isEmpty();
    assertThat(at(3, 10, INSIDE).changedPresences()).isEmpty();
    Presence left = at(4, 11, OUTSIDE).changedPresences().getFirst();

    assertThat(entered.sequence()).isEqualTo(1);
    assertThat(entered.lastFixAt()).isEqualTo(START);
    assertThat(entered.episodes()).hasSize(1);
    assertThat(left).isEqualTo(new Presence(TRACK, 4, START.plusSeconds(11), List.of()));
    assertThat(monitor.listInside()).isEmpty();
  }

  @Test
  void continuesEpisodeFromStoredPresence() {
    Outcome entered = at(1, 0, INSIDE);
    ZoneMonitor restarted = new ZoneMonitor("agency", ZoneIndex.of(List.of(ZONE)));
    restarted.restore(entered.changedPresences());

    assertThat(restarted.onFix(fixOf(1, 0, INSIDE, Heights.NONE))).isEqualTo(Outcome.NOTHING);
    assertThat(restarted.onFix(fixOf(3, 4, OUTSIDE, Heights.NONE))).isEqualTo(at(3, 4, OUTSIDE));
  }

  @Test
  void endsStoredEpisodeInZoneThatIsGoneAtTheNextFix() {
    Outcome entered = at(1, 0, INSIDE);
    ZoneMonitor restarted = new ZoneMonitor("agency", ZoneIndex.of(List.of()));
    restarted.restore(entered.changedPresences());

    assertThat(only(restarted.onFix(fixOf(2, 1, INSIDE, Heights.NONE))).reason())
        .isEqualTo(ExitReason.ZONE_REMOVED);
  }

  @Test
  void tellsTwoEpisodesOfTheSameInstantApart() {
    List<UUID> ids =
        List.of(at(1, 0, INSIDE), at(2, 0, OUTSIDE), at(3, 0, INSIDE), at(4, 0, OUTSIDE)).stream()
            .map(outcome -> only(outcome).eventId())
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void givesAnotherAgencyOtherEventIds() {
    ZoneMonitor other = new ZoneMonitor("other", ZoneIndex.of(List.of(ZONE)));
    assertThat(only(other.onFix(fixOf(1, 0, INSIDE, Heights.NONE))).eventId())
        .isNotEqualTo(only(at(1, 0, INSIDE)).eventId());
  }

  private @Nullable ZoneMonitor replaced;

  private void monitorOf(Zone zone) {
    replaced = new ZoneMonitor("agency", ZoneIndex.of(List.of(zone)));
  }

  private Outcome at(long sequence, int second, Position position) {
    return fix(sequence, second, position, Heights.NONE);
  }

  private Outcome fix(long sequence, int second, Position position, Heights heights) {
    ZoneMonitor used = replaced == null ? monitor : replaced;
    return used.onFix(fixOf(sequence, second, position, heights));
  }

  private static Fix fixOf(long sequence, int second, Position position, Heights heights) {
    return new Fix(TRACK, sequence, START.plusSeconds(second), position, heights, null);
  }

  private static Zone zone(Restriction restriction, List<Applicability> times, Limit upper) {
    return Zones.of("A", restriction, times, upper, Zones.box(0, 0, 1, 1));
  }

  private static ZoneEvent only(Outcome outcome) {
    assertThat(outcome.events()).hasSize(1);
    return outcome.events().getFirst();
  }
}
