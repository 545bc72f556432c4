package org.airwitness.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.airwitness.tracking.Identity.IdType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrackerTest {
  private static final Instant T0 = Instant.parse("2026-03-01T12:00:00Z");
  private static final TrackerLimits LIMITS =
      new TrackerLimits(Duration.ofSeconds(60), Duration.ofHours(1), Duration.ofMinutes(15), 100);
  private static final String BLUETOOTH = "bt4/df:72:11:d2:6b:95";
  private static final String WIFI = "wifi-beacon/7e:60:b8:80:be:e4";

  private final Tracker tracker = tracker();

  @Test
  void makesOneTrackOfOneDroneHeardByThreeSensorsOnTwoRadios() {
    Track first = accept(named("S1", 0).by("north").over(BLUETOOTH));
    accept(named("S1", 1).by("south").over(WIFI));
    Track last = accept(named("S1", 2).by("east").over(BLUETOOTH));
    assertThat(last.id()).isEqualTo(first.id());
    assertThat(last.sensors()).containsExactly("north", "south", "east");
    assertThat(last.transmitters()).containsExactly(BLUETOOTH, WIFI);
    assertThat(last.observationCount()).isEqualTo(3);
    assertThat(tracker.size()).isEqualTo(1);
  }

  @Test
  void givesEveryChangeTheNextSequence() {
    assertThat(accept(named("S1", 0)).sequence()).isEqualTo(1);
    assertThat(accept(named("S1", 1)).sequence()).isEqualTo(2);
    assertThat(tracker.expire(arrival(1).plusSeconds(60)).getFirst().track().sequence())
        .isEqualTo(3);
  }

  @Test
  void takesTheNewestFixByEventTime() {
    accept(named("S1", 0).at(59.0));
    accept(named("S1", 2).at(59.2));
    TrackChange late = last(named("S1", 1).at(59.1));
    assertThat(late.newFix()).isFalse();
    assertThat(late.track().fix().latDeg()).isEqualTo(59.2);
    assertThat(late.track().lastSeenAt()).isEqualTo(T0.plusSeconds(2));
    assertThat(late.track().observationCount()).isEqualTo(3);
  }

  @Test
  void keepsTheFixBeforeTheNewestOne() {
    accept(named("S1", 0).at(59.0));
    TrackChange second = last(named("S1", 1).at(59.1));
    assertThat(second.newFix()).isTrue();
    assertThat(second.track().previousFix().latDeg()).isEqualTo(59.0);
  }

  @Test
  void keepsTheFixWhenAFrameCarriesNone() {
    accept(named("S1", 0).at(59.0));
    TrackChange second = last(named("S1", 1).withoutFix());
    assertThat(second.newFix()).isFalse();
    assertThat(second.track().fix().latDeg()).isEqualTo(59.0);
    assertThat(second.track().lastSeenAt()).isEqualTo(T0.plusSeconds(1));
  }

  @Test
  void renamesATrackWhenTheNameComesAfterTheAddress() {
    Track unnamed = accept(addressed(0).over(BLUETOOTH));
    Track renamed = accept(named("S1", 1).over(BLUETOOTH));
    assertThat(renamed.id()).isEqualTo(unnamed.id());
    assertThat(renamed.identity().droneId()).isEqualTo("serial:S1");
    assertThat(accept(named("S1", 2).over(WIFI)).id()).isEqualTo(unnamed.id());
    assertThat(tracker.size()).isEqualTo(1);
  }

  @Test
  void keepsTheNameWhenALaterFrameHasOnlyTheAddress() {
    Track named = accept(named("S1", 0).over(BLUETOOTH));
    Track next = accept(addressed(1).over(BLUETOOTH));
    assertThat(next.id()).isEqualTo(named.id());
    assertThat(next.identity().droneId()).isEqualTo("serial:S1");
    assertThat(next.identity().type()).isEqualTo(IdType.SERIAL);
  }

  @Test
  void endsTheUnnamedTrackWhenItProvesToBeAKnownDrone() {
    Track known = accept(named("S1", 0).over(WIFI));
    Track unnamed = accept(addressed(1).over(BLUETOOTH));
    List<TrackChange> changes = tracker.accept(named("S1", 2).over(BLUETOOTH).build(), arrival(2));
    assertThat(changes).hasSize(2);
    assertThat(changes.getFirst().track().id()).isEqualTo(unnamed.id());
    assertThat(changes.getFirst().track().status()).isEqualTo(Track.Status.LOST);
    assertThat(changes.getLast().track().id()).isEqualTo(known.id());
    assertThat(tracker.size()).isEqualTo(1);
  }

  @Test
  void startsAnotherTrackWhenAnAddressTakesAnotherName() {
    Track one = accept(named("S1", 0).over(BLUETOOTH));
    Track two = accept(named("S2", 1).over(BLUETOOTH));
    assertThat(two.id()).isNotEqualTo(one.id());
    assertThat(tracker.size()).isEqualTo(2);
    assertThat(accept(addressed(2).over(BLUETOOTH)).id()).isEqualTo(two.id());
  }

  @Test
  void keepsDronesWithoutAddressApartByName() {
    assertThat(accept(named("S1", 0)).id()).isNotEqualTo(accept(named("S2", 0)).id());
  }

  @Test
  void losesATrackAfterSilenceOnceAndTakesItUpAgain() {
    Track heard = accept(named("S1", 0));
    assertThat(tracker.expire(arrival(0).plusSeconds(59))).isEmpty();
    List<TrackChange> lost = tracker.expire(arrival(0).plusSeconds(60));
    assertThat(lost).hasSize(1);
    assertThat(lost.getFirst().track().status()).isEqualTo(Track.Status.LOST);
    assertThat(lost.getFirst().observationId()).isNull();
    assertThat(tracker.expire(arrival(0).plusSeconds(61))).isEmpty();
    Track again = accept(named("S1", 90));
    assertThat(again.id()).isEqualTo(heard.id());
    assertThat(again.status()).isEqualTo(Track.Status.LIVE);
  }

  @Test
  void losesEachOfSeveralTracksInItsOwnTime() {
    accept(named("S1", 0));
    accept(named("S2", 30));
    accept(named("S1", 40));
    assertThat(lostNames(arrival(90))).containsExactly("serial:S2");
    assertThat(lostNames(arrival(100))).containsExactly("serial:S1");
  }

  @Test
  void startsAnotherFlightAfterALongGapInEventTime() {
    Track first = accept(named("S1", 0));
    List<TrackChange> changes = tracker.accept(named("S1", 901).build(), arrival(1));
    assertThat(changes).hasSize(2);
    assertThat(changes.getFirst().track().id()).isEqualTo(first.id());
    assertThat(changes.getFirst().track().status()).isEqualTo(Track.Status.LOST);
    assertThat(changes.getLast().track().id()).isNotEqualTo(first.id());
    assertThat(changes.getLast().track().observationCount()).isEqualTo(1);
  }

  @Test
  void forgetsALostTrackInTheEnd() {
    accept(named("S1", 0));
    tracker.expire(arrival(60));
    tracker.expire(arrival(3600));
    assertThat(tracker.size()).isZero();
  }

  @Test
  void endsTheLongestSilentTrackWhenThereAreTooMany() {
    for (int i = 0; i < LIMITS.maxTracks(); i++) {
      accept(named("S" + i, i));
    }
    accept(named("S0", 200));
    List<TrackChange> changes = tracker.accept(named("NEW", 201).build(), arrival(201));
    assertThat(changes.getLast().track().identity().droneId()).isEqualTo("serial:S1");
    assertThat(changes.getLast().track().status()).isEqualTo(Track.Status.LOST);
    assertThat(tracker.size()).isEqualTo(LIMITS.maxTracks());
  }

  @Test
  void keepsClaimsThatLaterFramesDoNotRepeat() {
    accept(named("S1", 0).operated("FIN87astrdge12k8"));
    Track track = accept(named("S1", 1));
    assertThat(track.operator()).isNotNull();
    assertThat(track.identity().operatorId()).isEqualTo("FIN87astrdge12k8");
  }

  @Test
  void restoredTracksGoOnAsIfNothingHadHappened() {
    Random random = new Random(42);
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      SightingBuilder one =
          random.nextInt(4) == 0 ? addressed(i) : named("S" + random.nextInt(5), i);
      sightings.add(one.over(random.nextBoolean() ? BLUETOOTH : WIFI).build());
    }
    for (int cut : new int[] {0, 1, 57, 200, 399}) {
      assertThat(runInterruptedAt(cut, sightings)).isEqualTo(runInterruptedAt(400, sightings));
    }
  }

  private static List<TrackChange> runInterruptedAt(int cut, List<Sighting> sightings) {
    Tracker before = tracker();
    java.util.LinkedHashMap<UUID, Track> stored = new java.util.LinkedHashMap<>();
    List<TrackChange> changes = new ArrayList<>();
    for (int i = 0; i < cut; i++) {
      changes.addAll(before.accept(sightings.get(i), arrival(i)));
    }
    for (TrackChange change : changes) {
      stored.remove(change.track().id());
      stored.put(change.track().id(), change.track());
    }
    Tracker after = tracker();
    after.restore(stored.values(), arrival(cut));
    for (int i = cut; i < sightings.size(); i++) {
      changes.addAll(after.accept(sightings.get(i), arrival(i)));
    }
    return changes;
  }

  private List<String> lostNames(Instant now) {
    return tracker.expire(now).stream().map(c -> c.track().identity().droneId()).toList();
  }

  private Track accept(SightingBuilder sighting) {
    return last(sighting).track();
  }

  private TrackChange last(SightingBuilder sighting) {
    Sighting built = sighting.build();
    long second = Duration.between(T0, built.observedAt()).toSeconds();
    return tracker.accept(built, arrival(second)).getLast();
  }

  /** Arrivals run on a clock of their own, years after the event time. */
  private static Instant arrival(long second) {
    return Instant.parse("2030-01-01T00:00:00Z").plusSeconds(second);
  }

  private static Tracker tracker() {
    return new Tracker(
        LIMITS,
        (droneId, firstSeenAt) ->
            UUID.nameUUIDFromBytes((droneId + firstSeenAt).getBytes(StandardCharsets.UTF_8)));
  }

  private static SightingBuilder named(String serial, long second) {
    return new SightingBuilder(
        second, new Identity("serial:" + serial, IdType.SERIAL, serial, 2, null, null));
  }

  private static SightingBuilder addressed(long second) {
    return new SightingBuilder(second, null);
  }

  private static final class SightingBuilder {
    private final Instant observedAt;
    private @Nullable Identity identity;
    private String sensor = "north";
    private @Nullable String transmitter;
    private @Nullable Fix fix;
    private @Nullable OperatorPosition operator;

    SightingBuilder(long second, @Nullable Identity identity) {
      this.observedAt = T0.plusSeconds(second);
      this.identity = identity;
      at(59.9);
    }

    SightingBuilder by(String sensor) {
      this.sensor = sensor;
      return this;
    }

    SightingBuilder over(String transmitter) {
      this.transmitter = transmitter;
      if (identity == null) {
        identity = new Identity("addr:" + transmitter, IdType.ADDR, null, null, null, null);
      }
      return this;
    }

    SightingBuilder at(double latDeg) {
      fix =
          new Fix(
              observedAt,
              latDeg,
              10.7,
              null,
              null,
              null,
              50.0,
              HeightReference.TAKEOFF,
              12.0,
              90.0,
              null,
              null,
              null);
      return this;
    }

    SightingBuilder withoutFix() {
      fix = null;
      return this;
    }

    SightingBuilder operated(String operatorId) {
      operator = new OperatorPosition(59.9, 10.7, null, OperatorPosition.Kind.TAKEOFF);
      identity =
          new Identity(identity.droneId(), identity.type(), identity.uasId(), 2, operatorId, null);
      return this;
    }

    Sighting build() {
      return new Sighting(
          UUID.randomUUID(), sensor, observedAt, transmitter, identity, fix, 2, operator);
    }
  }
}
