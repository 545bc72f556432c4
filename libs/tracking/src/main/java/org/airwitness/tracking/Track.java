package org.airwitness.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one agency knows of one drone over one flight.
 *
 * @param sequence grows by one with every change; one sequence is one state
 * @param transmitters transports and addresses it was heard under, newest last
 * @param firstSeenAt event time of the oldest sighting
 * @param lastSeenAt event time of the newest sighting
 * @param fix newest fix by event time
 * @param previousFix the fix that {@code fix} replaced
 * @param sensors the sensors that have heard it, in the order they first did
 */
public record Track(
    UUID id,
    long sequence,
    Status status,
    Identity identity,
    List<String> transmitters,
    Instant firstSeenAt,
    Instant lastSeenAt,
    long observationCount,
    @Nullable Fix fix,
    @Nullable Fix previousFix,
    @Nullable Integer flightStatus,
    @Nullable OperatorPosition operator,
    List<String> sensors) {

  /** Whether the drone is still being heard. */
  public enum Status {
    LIVE,
    LOST
  }

  private static final int MAX_TRANSMITTERS = 16;
  private static final int MAX_SENSORS = 256;

  public Track {
    transmitters = List.copyOf(transmitters);
    sensors = List.copyOf(sensors);
  }

  static Track startedBy(UUID id, Sighting first) {
    return new Track(
        id,
        1,
        Status.LIVE,
        first.identity(),
        first.transmitter() == null ? List.of() : List.of(first.transmitter()),
        first.observedAt(),
        first.observedAt(),
        1,
        first.fix(),
        null,
        first.flightStatus(),
        first.operator(),
        List.of(first.sensor()));
  }

  /** Adds a sighting: the newest claims by event time win, a late one only counts. */
  Track with(Sighting sighting) {
    boolean late = sighting.observedAt().isBefore(lastSeenAt);
    boolean newFix = isNewer(sighting.fix());
    return new Track(
        id,
        sequence + 1,
        Status.LIVE,
        late ? sighting.identity().updatedBy(identity) : identity.updatedBy(sighting.identity()),
        appended(transmitters, sighting.transmitter(), MAX_TRANSMITTERS),
        late && sighting.observedAt().isBefore(firstSeenAt) ? sighting.observedAt() : firstSeenAt,
        late ? lastSeenAt : sighting.observedAt(),
        observationCount + 1,
        newFix ? sighting.fix() : fix,
        newFix ? fix : previousFix,
        newest(late, flightStatus, sighting.flightStatus()),
        newest(late, operator, sighting.operator()),
        appended(sensors, sighting.sensor(), MAX_SENSORS));
  }

  Track lost() {
    return new Track(
        id,
        sequence + 1,
        Status.LOST,
        identity,
        transmitters,
        firstSeenAt,
        lastSeenAt,
        observationCount,
        fix,
        previousFix,
        flightStatus,
        operator,
        sensors);
  }

  private boolean isNewer(@Nullable Fix candidate) {
    return candidate != null && (fix == null || candidate.time().isAfter(fix.time()));
  }

  private static <T> @Nullable T newest(boolean late, @Nullable T known, @Nullable T heard) {
    boolean takeHeard = late ? known == null : heard != null;
    return takeHeard ? heard : known;
  }

  private static List<String> appended(List<String> known, @Nullable String heard, int max) {
    if (heard == null || known.contains(heard)) {
      return known;
    }
    List<String> more = new ArrayList<>(known);
    more.add(heard);
    return more.size() > max ? more.subList(1, more.size()) : more;
  }
}
