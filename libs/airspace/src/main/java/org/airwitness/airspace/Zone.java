package org.airwitness.airspace;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One UAS geographical zone: where, how high, when and what it asks.
 *
 * @param id identity inside the system
 * @param key identity in its source
 * @param name name for people
 * @param restriction what the zone asks
 * @param reasons why, without repetition
 * @param message the publisher's text for operators
 * @param activation whether the periods or a NOTAM decide when the zone applies
 * @param unknownHeight what an unknown height means; {@link UnknownHeight#INFORM} when not given
 * @param applicability alternatives in time; empty means always
 * @param volumes at least one; a point is in the zone when it is in any of them
 * @param details what else was published
 * @param raw the zone as published: a JSON, XML or text fragment
 */
public record Zone(
    UUID id,
    ZoneKey key,
    String name,
    Restriction restriction,
    List<Reason> reasons,
    @Nullable String message,
    Activation activation,
    UnknownHeight unknownHeight,
    List<Applicability> applicability,
    List<Volume> volumes,
    ZoneDetails details,
    String raw) {
  public Zone {
    unknownHeight = Objects.requireNonNullElse(unknownHeight, UnknownHeight.INFORM);
    reasons = List.copyOf(reasons);
    applicability = List.copyOf(applicability);
    volumes = List.copyOf(volumes);
    if (volumes.isEmpty()) {
      throw new IllegalArgumentException("a zone has at least one volume: " + key);
    }
  }

  /** Zone that its own periods activate, without further details. */
  public Zone(
      UUID id,
      ZoneKey key,
      String name,
      Restriction restriction,
      List<Reason> reasons,
      @Nullable String message,
      List<Applicability> applicability,
      List<Volume> volumes,
      String raw) {
    this(
        id,
        key,
        name,
        restriction,
        reasons,
        message,
        Activation.BY_DATA,
        UnknownHeight.INFORM,
        applicability,
        volumes,
        ZoneDetails.NONE,
        raw);
  }

  /** True when a height of this verdict is not in the zone. */
  boolean rulesOut(VerticalVerdict vertical) {
    return switch (vertical) {
      case IN -> false;
      case OUT -> true;
      case UNKNOWN -> unknownHeight == UnknownHeight.IGNORE;
    };
  }

  /** True when the zone applies at that time. */
  public boolean activeAt(Instant time) {
    return activation == Activation.BY_DATA
        && (applicability.isEmpty() || applicability.stream().anyMatch(a -> a.activeAt(time)));
  }

  /** True when the validity of the zone's data is over; it applies all the same. */
  public boolean staleAt(Instant time) {
    return !applicability.isEmpty() && applicability.stream().allMatch(a -> a.staleAt(time));
  }

  /** The times of a span at which the zone applies, in order, neither overlapping nor touching. */
  public List<TimeWindow> windows(Instant from, Instant to) {
    if (activation != Activation.BY_DATA) {
      return List.of();
    }
    if (applicability.isEmpty()) {
      return List.of(new TimeWindow(from, to));
    }
    return TimeWindow.merged(
        applicability.stream().flatMap(a -> a.windows(from, to).stream()).toList());
  }

  /** The same zone under another id. */
  public Zone withId(UUID newId) {
    return with(newId, applicability);
  }

  /** The same zone in other periods. */
  public Zone withApplicability(List<Applicability> newApplicability) {
    return with(id, newApplicability);
  }

  private Zone with(UUID newId, List<Applicability> newApplicability) {
    return new Zone(
        newId,
        key,
        name,
        restriction,
        reasons,
        message,
        activation,
        unknownHeight,
        newApplicability,
        volumes,
        details,
        raw);
  }
}
