package org.airwitness.ingest.door;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.airwitness.ingest.core.Refusal;
import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.ingest.core.Registry;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.Tally;
import org.airwitness.ingest.store.QuarantineEntry;
import org.airwitness.ingest.store.QuarantineFilter;
import org.airwitness.ingest.store.QuarantineFilter.State;
import org.airwitness.ingest.store.QuarantineRow;
import org.airwitness.ingest.store.QuarantineSearch;
import org.airwitness.ingest.store.ResubmissionStore;
import org.airwitness.ingest.store.ResubmissionStore.Settlement;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.rest.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Lets quarantine in again once what was wrong is put right: read, decide, publish, keep what
 * became of it. A crash after publishing leaves an entry open; letting it in once more publishes
 * the same ids, which readers take for duplicates.
 */
@ApplicationScoped
public class Resubmitter {
  /** Entries on their way at one time; each holds up to 256 KiB. */
  private static final int AT_ONCE = 20;

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Registry registry;
  private final Door door;
  private final QuarantineSearch search;
  private final ResubmissionStore store;
  private final InstantSource clock;

  Resubmitter(
      Registry registry,
      Door door,
      QuarantineSearch search,
      ResubmissionStore store,
      InstantSource clock) {
    this.registry = registry;
    this.door = door;
    this.search = search;
    this.store = store;
    this.clock = clock;
  }

  /**
   * What became of entries.
   *
   * @param tally of their items
   * @param staying those of which nothing was accepted
   */
  public record Outcome(Tally tally, List<Staying> staying) {
    static final Outcome NOTHING = new Outcome(new Tally(0, 0, Map.of()), List.of());

    public Outcome {
      staying = List.copyOf(staying);
    }

    Outcome plus(Outcome other) {
      List<Staying> all = new ArrayList<>(staying);
      all.addAll(other.staying);
      return new Outcome(tally.plus(other.tally), all);
    }
  }

  /** An entry that stays in quarantine, and why it was refused this time. */
  public record Staying(UUID id, String reason, String detail) {}

  /**
   * What became of some of what a filter finds.
   *
   * @param last place of the last entry that was tried
   * @param remaining how many the filter finds behind it
   */
  public record Pass(Outcome outcome, Cursor last, long remaining) {}

  /** The bus did not take everything: what was not settled stays open. */
  public static final class BusAwayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BusAwayException(@Nullable Throwable cause) {
      super("The bus does not take messages now", cause);
    }
  }

  /** Lets one entry in; empty when the agency has none of this id. */
  public Uni<Optional<Outcome>> resubmit(AgencyId agency, String person, UUID id) {
    return search
        .entries(agency, List.of(id))
        .chain(found ->
            found.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : sensors(agency)
                    .chain(sensors -> settle(agency, person, sensors, found))
                    .map(Optional::of));
  }

  /**
   * Lets in what a filter finds, oldest first.
   *
   * @param after where to begin
   * @param limit of entries
   */
  public Uni<Pass> resubmit(
      AgencyId agency, String person, QuarantineFilter filter, Cursor after, int limit) {
    return search
        .oldestFirst(agency, filter, after, limit)
        .chain(places -> {
          Cursor last = places.isEmpty() ? after : places.getLast();
          return resubmit(agency, person, places)
              .chain(outcome ->
                  search
                      .count(agency, filter, last)
                      .map(remaining -> new Pass(outcome, last, remaining)));
        });
  }

  private Uni<Outcome> resubmit(AgencyId agency, String person, List<Cursor> places) {
    List<UUID> ids = places.stream().map(Cursor::id).toList();
    return sensors(agency)
        .chain(sensors ->
            Multi.createFrom()
                .iterable(ids)
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(some ->
                    search
                        .entries(agency, some)
                        .chain(entries -> settle(agency, person, sensors, entries)))
                .collect()
                .in(() -> new Outcome[] {Outcome.NOTHING}, (sum, one) -> sum[0] = sum[0].plus(one)))
        .map(sum -> sum[0]);
  }

  private Uni<Map<SensorKey, Sensor>> sensors(AgencyId agency) {
    return Uni.createFrom().completionStage(() -> registry.list(Set.of(agency)));
  }

  private Uni<Outcome> settle(
      AgencyId agency,
      String person,
      Map<SensorKey, Sensor> sensors,
      List<QuarantineEntry> entries) {
    List<QuarantineEntry> open =
        entries.stream().filter(entry -> entry.row().state().equals(State.OPEN.label())).toList();
    Outcome settledBefore =
        new Outcome(new Tally(0, entries.size() - open.size(), Map.of()), List.of());
    return open.isEmpty()
        ? Uni.createFrom().item(settledBefore)
        : decide(sensors, open)
            .chain(settlements ->
                store
                    .settle(
                        agency, person, clock.instant().truncatedTo(ChronoUnit.MICROS), settlements)
                    .map(ours -> outcome(settlements, ours)))
            .map(settledBefore::plus);
  }

  /** Decides on entries one after the other; completes when the bus has all of them. */
  private Uni<List<Settlement>> decide(
      Map<SensorKey, Sensor> sensors, List<QuarantineEntry> entries) {
    if (door.isFull()) {
      return Uni.createFrom().failure(new BusAwayException(null));
    }
    List<Uni<Settlement>> settlements =
        entries.stream().map(entry -> decide(sensors.get(entry.row().sensor()), entry)).toList();
    return Uni.join()
        .all(settlements)
        .andCollectFailures()
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure()
        .transform(BusAwayException::new);
  }

  private Uni<Settlement> decide(@Nullable Sensor sensor, QuarantineEntry entry) {
    if (sensor == null) {
      return refused(
          entry.row(),
          RefusalReason.UNKNOWN_SENSOR,
          entry.row().sensor() + " is not registered or disabled");
    }
    if (entry.isCut()) {
      return refused(
          entry.row(),
          RefusalReason.MESSAGE_TOO_LARGE,
          "only the first %d of its %d bytes were kept"
              .formatted(entry.payload().length, entry.row().payloadBytes()));
    }
    if (wasRefusedFor(RefusalReason.SEQUENCE_CONFLICT, entry.row())) {
      return refused(
          entry.row(),
          RefusalReason.SEQUENCE_CONFLICT,
          "its number belongs to another batch; the sensor can send it under a number of its own");
    }
    if (wasRefusedFor(RefusalReason.RETAINED, entry.row())) {
      return refused(
          entry.row(),
          RefusalReason.RETAINED,
          "a broker had kept it: nobody knows how old it was when it arrived");
    }
    return Uni.createFrom()
        .completionStage(door.passAgain(sensor, entry.again()))
        .map(passed -> settlement(entry.row(), passed));
  }

  private static boolean wasRefusedFor(RefusalReason reason, QuarantineRow row) {
    return row.reason().equals(reason.code()) || reason.code().equals(row.tries().firstReason());
  }

  private static Uni<Settlement> refused(QuarantineRow row, RefusalReason reason, String detail) {
    return Uni.createFrom().item(refused(row, reason.code(), detail));
  }

  /** Whatever was found wrong this time, the entry is one item. */
  private static Settlement refused(QuarantineRow row, String reason, String detail) {
    return new Settlement(row, State.OPEN, reason, detail, new Tally(0, 0, Map.of(reason, 1)));
  }

  private static Settlement settlement(QuarantineRow row, Passed passed) {
    if (passed.verdict().isRefused()) {
      Refusal first = passed.verdict().refusals().getFirst();
      return refused(row, first.reason(), row.item() == null ? first.located() : first.detail());
    }
    return new Settlement(row, State.RESUBMITTED, row.reason(), row.detail(), passed.tally());
  }

  /**
   * Adds up what became of entries.
   *
   * @param ours those nobody else had let in meanwhile; the others' items are duplicates
   */
  private static Outcome outcome(List<Settlement> settlements, Set<UUID> ours) {
    Outcome sum = Outcome.NOTHING;
    for (Settlement one : settlements) {
      Tally tally = one.tally();
      UUID id = one.row().id();
      sum =
          sum.plus(
              new Outcome(
                  ours.contains(id)
                      ? tally
                      : new Tally(0, tally.accepted() + tally.duplicate(), tally.quarantined()),
                  one.state() == State.OPEN
                      ? List.of(new Staying(id, one.reason(), one.detail()))
                      : List.of()));
    }
    return sum;
  }
}
