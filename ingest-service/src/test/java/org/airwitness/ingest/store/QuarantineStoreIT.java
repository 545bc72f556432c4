package org.airwitness.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.airwitness.ingest.core.Tally;
import org.airwitness.ingest.store.QuarantineFilter.State;
import org.airwitness.ingest.store.ResubmissionStore.Settlement;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.platform.store.BusPositions.PositionMovedException;
import org.airwitness.platform.store.BusPositions.Progress;
import org.airwitness.platform.testing.Engines;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Engines.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class QuarantineStoreIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

  @Inject QuarantineStore store;
  @Inject QuarantineSearch search;
  @Inject ResubmissionStore resubmissions;
  @Inject AgencyDatabase database;

  private final AgencyId agency = new AgencyId("q-" + UUID.randomUUID());

  /** A consumer of its own, so that nothing else moves its position. */
  private final String consumer = "test-" + UUID.randomUUID();

  @Test
  void aBatchReadTwiceIsStoredOnce() {
    List<QuarantinedItem> items = items(3, now);
    append(items, progress(10, 13));

    assertThatThrownBy(() -> append(items, progress(10, 13)))
        .isInstanceOf(PositionMovedException.class);

    assertThat(stored()).hasSize(3);
  }

  @Test
  void anItemOnTheBusTwiceIsStoredOnce() {
    List<QuarantinedItem> items = items(1, now);

    append(items, progress(10, 11));
    append(items, progress(11, 12));

    assertThat(stored()).hasSize(1);
  }

  @Test
  void nothingIsStoredWithoutItsPosition() {
    append(items(1, now), progress(10, 20));

    assertThatThrownBy(() -> append(items(2, now), progress(10, 12)))
        .isInstanceOf(PositionMovedException.class);

    assertThat(stored()).hasSize(1);
  }

  @Test
  void storesTextsWithNulCharacters() {
    QuarantinedItem item =
        new QuarantinedItem(
            agency,
            UUID.randomUUID(),
            "s",
            "r",
            "a\0b",
            now,
            "t",
            new byte[] {0},
            1,
            null,
            null,
            null);

    append(List.of(item), progress(0, 1));

    assertThat(stored()).singleElement().extracting(QuarantineRow::detail).isEqualTo("a\uFFFDb");
  }

  @Test
  void keepsTheNewestOnly() {
    append(items(QuarantineStore.KEPT_ROWS + 20, now), progress(0, 1));
    append(items(1, now.minus(Duration.ofDays(31))), progress(1, 2));

    store.trim().await().atMost(LIMIT);

    List<QuarantineRow> kept = stored();
    assertThat(kept).hasSize(QuarantineStore.KEPT_ROWS);
    assertThat(kept.getFirst().arrivedAt())
        .isEqualTo(now.plusMillis(QuarantineStore.KEPT_ROWS + 19));
  }

  @Test
  void forgetsOldItemsWhateverBecameOfThemAndOldLooks() {
    List<QuarantinedItem> items = new ArrayList<>(items(1, now.minus(Duration.ofDays(31))));
    items.addAll(items(1, now));
    append(items, progress(1, 3));
    QuarantinedItem old = items.getFirst();
    settle(old);
    search.look(agency, old.id(), "ann", now.minus(Duration.ofDays(367))).await().atMost(LIMIT);
    search.look(agency, old.id(), "bob", now.minus(Duration.ofDays(364))).await().atMost(LIMIT);

    store.trim(List.of(agency)).await().atMost(LIMIT);

    assertThat(search.entries(agency, List.of(old.id())).await().atMost(LIMIT)).isEmpty();
    assertThat(stored()).hasSize(1);
    assertThat(lookers()).containsExactly("bob");
  }

  private void settle(QuarantinedItem item) {
    QuarantineRow row =
        search.entries(agency, List.of(item.id())).await().atMost(LIMIT).getFirst().row();
    var accepted =
        new Settlement(
            row, State.RESUBMITTED, row.reason(), row.detail(), new Tally(1, 0, Map.of()));
    assertThat(resubmissions.settle(agency, "ann", now, List.of(accepted)).await().atMost(LIMIT))
        .containsExactly(item.id());
    assertThat(resubmissions.settle(agency, "bob", now, List.of(accepted)).await().atMost(LIMIT))
        .as("it is settled once")
        .isEmpty();
  }

  private List<String> lookers() {
    List<String> people = new ArrayList<>();
    database
        .inAgency(
            agency,
            connection -> connection.query("select person from quarantine_access").execute())
        .await()
        .atMost(LIMIT)
        .forEach(row -> people.add(row.getString(0)));
    return people;
  }

  private List<QuarantineRow> stored() {
    var open = new QuarantineFilter(State.OPEN, null, null, null, null, null);
    return search.newestFirst(agency, open, Cursor.LAST, 20_000).await().atMost(LIMIT);
  }

  private void append(List<QuarantinedItem> items, Progress progress) {
    store.append(items, List.of(progress)).await().atMost(LIMIT);
  }

  private List<QuarantinedItem> items(int count, Instant first) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            new QuarantinedItem(
                agency,
                UUID.randomUUID(),
                "roof",
                "json-syntax",
                "x",
                first.plusMillis(i),
                "t",
                new byte[] {1},
                1,
                null,
                null,
                null))
        .toList();
  }

  private Progress progress(long first, long next) {
    return new Progress(consumer, new TopicPartition("t", 0), first, next, Set.of());
  }
}
