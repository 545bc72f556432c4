package org.airwitness.alert.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.airwitness.alert.core.AlertRules.AlreadyResolvedException;
import org.airwitness.alert.core.AlertRules.Decision;
import org.airwitness.alert.core.ZoneEvent.Approach;
import org.airwitness.alert.core.ZoneEvent.Crossing;
import org.airwitness.alert.core.ZoneEvent.Exit;
import org.airwitness.alert.core.ZoneEvent.Inside;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AlertRulesTest {
  private static final Instant T0 = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:09Z");

  private final AlertRules rules = new AlertRules();
  private final Map<UUID, Alert> stored = new HashMap<>();
  private final Encounter stay = stay(Restriction.PROHIBITED);

  @ParameterizedTest
  @CsvSource({"PROHIBITED, CRITICAL", "REQ_AUTHORISATION, MAJOR"})
  void raisesWithTheSeverityOfTheRestriction(Restriction restriction, Severity severity) {
    Alert alert = only(apply(inside(stay(restriction), 0))).alert();
    assertThat(alert.severity()).isEqualTo(severity);
    assertThat(alert.state()).isEqualTo(AlertState.RAISED);
    assertThat(alert.sequence()).isEqualTo(1);
    assertThat(alert.raisedAt()).isEqualTo(T0);
    assertThat(alert.createdAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @EnumSource(
      value = Restriction.class,
      names = {"CONDITIONAL", "USPACE", "NO_RESTRICTION"})
  void raisesNothingWherePresenceIsAllowed(Restriction restriction) {
    Encounter harmless = stay(restriction);
    Decision decision = apply(inside(harmless, 0), exit(harmless, 5));
    assertThat(decision.changes()).isEmpty();
    assertThat(decision.ignored()).containsExactly(Map.entry(IgnoreReason.NOT_APPLICABLE, 2));
  }

  @Test
  void raisesOnceHoweverOftenTheEventComes() {
    Decision decision = apply(inside(stay, 0), inside(stay, 0), inside(stay, 0));
    assertThat(only(decision).event()).isEqualTo(AlertEvent.RAISED);
    assertThat(apply(inside(stay, 0)).changes()).isEmpty();
  }

  @Test
  void raisesAndResolvesACrossingAtOnceAndOnce() {
    var crossing = new Crossing(stay, T0, T0.plusMillis(400), fix(1));
    List<AlertChange> changes = apply(crossing).changes();
    assertThat(changes)
        .extracting(AlertChange::event)
        .containsExactly(AlertEvent.RAISED, AlertEvent.RESOLVED);
    Alert resolved = changes.get(1).alert();
    assertThat(resolved.sequence()).isEqualTo(2);
    assertThat(resolved.raisedAt()).isEqualTo(T0);
    assertThat(resolved.resolution())
        .isEqualTo(new Resolution(T0.plusMillis(400), ResolveReason.LEFT));
    assertThat(resolved.verdict()).isEqualTo(VerticalVerdict.UNKNOWN);
    assertThat(apply(crossing).changes()).isEmpty();
  }

  @Test
  void raisesNothingForAnApproachThatLeadsNowhere() {
    Decision decision = apply(new Approach(stay), exit(stay, 5));
    assertThat(decision.changes()).isEmpty();
    assertThat(decision.ignored())
        .containsOnly(
            Map.entry(IgnoreReason.NOT_APPLICABLE, 1), Map.entry(IgnoreReason.UNKNOWN_EPISODE, 1));
  }

  @Test
  void raisesAnotherAlertForTheNextStay() {
    apply(inside(stay, 0), exit(stay, 5));
    var again = new Encounter(stay.trackId(), stay.drone(), stay.zone(), UUID.randomUUID());
    assertThat(only(apply(inside(again, 60))).event()).isEqualTo(AlertEvent.RAISED);
    assertThat(stored).hasSize(2);
  }

  @Test
  void raisesFromInsideWhenTheEntryWasLost() {
    assertThat(only(apply(inside(stay, 42))).alert().raisedAt()).isEqualTo(T0.plusSeconds(42));
  }

  @Test
  void followsTheDroneWithoutTellingAnybody() {
    apply(inside(stay, 0));
    AlertChange change = only(apply(inside(stay, 3)));
    assertThat(change.event()).isNull();
    assertThat(change.alert().lastFix()).isEqualTo(fix(3));
    assertThat(change.alert().raisedFix()).isEqualTo(fix(0));
    assertThat(change.alert().sequence()).isEqualTo(2);
  }

  @Test
  void neverGoesBackInEventTime() {
    apply(inside(stay, 0), inside(stay, 10));
    Decision late = apply(inside(stay, 4), inside(stay, 10));
    assertThat(late.changes()).isEmpty();
    assertThat(late.ignored()).containsExactly(Map.entry(IgnoreReason.STALE, 2));
    Alert resolved = only(apply(exit(stay, 6))).alert();
    assertThat(resolved.lastFix()).isEqualTo(fix(10));
    assertThat(resolved.state()).isEqualTo(AlertState.RESOLVED);
  }

  @Test
  void takesOverWhatBecomesKnownOfTheHeight() {
    apply(new Inside(stay, VerticalVerdict.UNKNOWN, T0, fix(0)));
    assertThat(only(apply(inside(stay, 1))).alert().verdict()).isEqualTo(VerticalVerdict.IN);
  }

  @ParameterizedTest
  @EnumSource(ResolveReason.class)
  void resolvesForTheReasonOfTheExit(ResolveReason reason) {
    apply(inside(stay, 0));
    AlertChange change = only(apply(new Exit(stay, reason, T0.plusSeconds(9), null)));
    assertThat(change.event()).isEqualTo(AlertEvent.RESOLVED);
    assertThat(change.alert().resolution()).isEqualTo(new Resolution(T0.plusSeconds(9), reason));
    assertThat(change.alert().lastFix()).isEqualTo(fix(0));
  }

  @Test
  void staysResolvedWhateverComesAfter() {
    apply(inside(stay, 0), exit(stay, 5));
    Decision after = apply(inside(stay, 9), exit(stay, 10));
    assertThat(after.changes()).isEmpty();
    assertThat(after.ignored()).containsExactly(Map.entry(IgnoreReason.ENDED, 2));
  }

  @Test
  void countsAnExitOfWhichNothingIsKnown() {
    Decision decision = apply(exit(stay, 5));
    assertThat(decision.changes()).isEmpty();
    assertThat(decision.ignored()).containsExactly(Map.entry(IgnoreReason.UNKNOWN_EPISODE, 1));
  }

  @Test
  void decidesTheSameAgainFromTheSameState() {
    var events = List.<ZoneEvent>of(inside(stay, 0), inside(stay, 2), exit(stay, 4));
    assertThat(rules.decide(Map.of(), events, NOW)).isEqualTo(rules.decide(Map.of(), events, NOW));
  }

  @Test
  void remembersWhoTookNoticeFirst() {
    apply(inside(stay, 0));
    Alert alert = stored.values().iterator().next();
    var first = new Acknowledgement(NOW, "first", "on my way");
    Alert acknowledged = rules.acknowledge(alert, first).alert();
    assertThat(acknowledged.state()).isEqualTo(AlertState.ACKNOWLEDGED);
    assertThat(acknowledged.acknowledgement()).isEqualTo(first);
    assertThat(rules.acknowledge(acknowledged, new Acknowledgement(NOW, "second", null))).isNull();
  }

  @Test
  void keepsTheAcknowledgementWhenResolved() {
    apply(inside(stay, 0));
    Alert alert = stored.values().iterator().next();
    var by = new Acknowledgement(NOW, "first", null);
    stored.put(alert.id(), rules.acknowledge(alert, by).alert());
    Alert resolved = only(apply(exit(stay, 5))).alert();
    assertThat(resolved.state()).isEqualTo(AlertState.RESOLVED);
    assertThat(resolved.acknowledgement()).isEqualTo(by);
  }

  @Test
  void refusesToAcknowledgeWhatHasEnded() {
    apply(inside(stay, 0), exit(stay, 5));
    Alert resolved = stored.values().iterator().next();
    assertThatThrownBy(() -> rules.acknowledge(resolved, new Acknowledgement(NOW, "late", null)))
        .isInstanceOf(AlreadyResolvedException.class)
        .hasMessageContaining("already resolved");
  }

  private Decision apply(ZoneEvent... events) {
    Decision decision = rules.decide(Map.copyOf(stored), List.of(events), NOW);
    decision.changes().forEach(change -> stored.put(change.alert().id(), change.alert()));
    return decision;
  }

  private static AlertChange only(Decision decision) {
    assertThat(decision.changes()).hasSize(1);
    return new ArrayList<>(decision.changes()).getFirst();
  }

  private static Encounter stay(Restriction restriction) {
    return new Encounter(
        UUID.randomUUID(),
        new Drone("serial:1581F45T", DroneIdType.SERIAL, "1581F45T"),
        new Zone(UUID.randomUUID(), "Prison", restriction),
        UUID.randomUUID());
  }

  private static Inside inside(Encounter stay, int second) {
    return new Inside(stay, VerticalVerdict.IN, T0.plusSeconds(second), fix(second));
  }

  private static Exit exit(Encounter stay, int second) {
    return new Exit(stay, ResolveReason.LEFT, T0.plusSeconds(second), fix(second));
  }

  private static Fix fix(int second) {
    return new Fix(new Position(52 + second * 1e-4, 13), T0.plusSeconds(second));
  }
}
