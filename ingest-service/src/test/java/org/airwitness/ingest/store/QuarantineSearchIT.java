package org.airwitness.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.airwitness.ingest.store.QuarantineFilter.State;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.platform.testing.Engines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = Engines.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class QuarantineSearchIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final QuarantineFilter OPEN = filter(null, null, null, null, null);
  private static final int MANY = 100_000;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

  @Inject QuarantineStore store;
  @Inject QuarantineSearch search;
  @Inject AgencyDatabase database;

  private final AgencyId agency = new AgencyId("q-" + UUID.randomUUID());

  @Test
  void findsBySensorReasonAndTime() {
    append(item("roof", "json-syntax", now, "a"));
    append(item("mast", "json-syntax", now.plusSeconds(1), "b"));
    append(item("mast", "hex-invalid", now.plusSeconds(2), "c"));

    assertThat(found(filter("mast", null, null, null, null))).containsExactly("c", "b");
    assertThat(found(filter(null, "json-syntax", null, null, null))).containsExactly("b", "a");
    assertThat(found(filter("mast", "json-syntax", null, null, null))).containsExactly("b");
    assertThat(found(filter(null, null, now, now.plusSeconds(2), null))).containsExactly("b", "a");
    assertThat(found(filter("nobody", null, null, null, null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "serial 1581, true",
    "SERIAL 1581, true",
    "'{\"lat\":59.9}', true",
    "hôtel, true",
    "back\\slash, true",
    "100%, true",
    "_, false",
    "serial 1582, false",
    "the detail, true",
  })
  void findsTextInBytesAndDetailWhateverItIs(String text, boolean expected) {
    String payload = "\0\1Serial 1581 {\"lat\":59.9} hôtel back\\slash 100%";
    append(
        new QuarantinedItem(
            agency,
            UUID.randomUUID(),
            "roof",
            "json-syntax",
            "The detail",
            now,
            "t",
            payload.getBytes(StandardCharsets.UTF_8),
            1,
            null,
            null,
            null));

    assertThat(found(filter(null, null, null, null, text))).hasSize(expected ? 1 : 0);
  }

  @Test
  void searchesTheBeginningOfLargeBytes() {
    String large = "x".repeat(QuarantineSearch.SEARCHED_BYTES - 4) + "here" + "beyond";
    append(item("roof", "json-syntax", now, large));

    assertThat(found(filter(null, null, null, null, "here"))).hasSize(1);
    assertThat(found(filter(null, null, null, null, "beyond"))).isEmpty();
  }

  @Test
  void pagesAreStableWhileMoreArrives() {
    for (int i = 0; i < 7; i++) {
      append(item("roof", "r", now.plusSeconds(i / 2), "" + i)); // some at the same time
    }
    List<QuarantineRow> first = page(OPEN, Cursor.LAST, 3).subList(0, 3);
    append(item("roof", "r", now.plusSeconds(60), "new"));

    List<QuarantineRow> all = new ArrayList<>(first);
    for (List<QuarantineRow> page = first; !page.isEmpty(); all.addAll(page)) {
      QuarantineRow last = page.getLast();
      List<QuarantineRow> rows = page(OPEN, new Cursor(last.arrivedAt(), last.id()), 3);
      page = rows.subList(0, Math.min(3, rows.size()));
    }

    assertThat(all).hasSize(7).extracting(QuarantineRow::id).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(QuarantineRow::arrivedAt)
        .isSortedAccordingTo((one, other) -> other.compareTo(one));
  }

  @Test
  void anotherAgencyFindsNothing() {
    QuarantinedItem item = item("roof", "r", now, "secret");
    append(item);
    AgencyId stranger = new AgencyId("q-" + UUID.randomUUID());

    assertThat(search.newestFirst(stranger, OPEN, Cursor.LAST, 10).await().atMost(LIMIT)).isEmpty();
    assertThat(search.look(stranger, item.id(), "x", now).await().atMost(LIMIT)).isEmpty();
    assertThat(search.entries(stranger, List.of(item.id())).await().atMost(LIMIT)).isEmpty();
    assertThat(search.count(stranger, OPEN, Cursor.FIRST).await().atMost(LIMIT)).isZero();
  }

  @Test
  void eachLookAtBytesIsRecorded() {
    QuarantinedItem item = item("roof", "r", now, "secret");
    append(item);

    search.look(agency, item.id(), "ann", now).await().atMost(LIMIT);
    search.look(agency, item.id(), "bob", now).await().atMost(LIMIT);
    search.look(agency, UUID.randomUUID(), "eve", now).await().atMost(LIMIT);
    page(OPEN, Cursor.LAST, 10);

    assertThat(
            texts(
                "select person || ' ' || quarantine_id from quarantine_access"
                    + " where agency_id = $1 order by person"))
        .containsExactly("ann " + item.id(), "bob " + item.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "sensor", "reason", "time", "text"})
  void noSearchReadsMoreOfTheTableThanItsIndexGives(String by) {
    fill();
    QuarantineFilter filter =
        switch (by) {
          case "sensor" -> filter("roof-rare", null, null, null, null);
          case "reason" -> filter(null, "rare", null, null, null);
          case "time" -> filter(null, null, now.minusSeconds(5000), now.minusSeconds(4990), null);
          case "text" -> filter("roof-rare", null, null, null, "payload 7 ");
          default -> OPEN;
        };

    String plan =
        database
            .inAgency(
                agency,
                connection ->
                    QuarantineSearch.newestFirst(
                            agency,
                            filter,
                            Cursor.LAST,
                            "explain (analyze, timing off) select *",
                            100)
                        .run(connection, row -> row.getString(0)))
            .await()
            .atMost(LIMIT)
            .stream()
            .collect(Collectors.joining("\n"));

    assertThat(plan).containsPattern("Index (Only )?Scan").contains("agency_id = ");
    assertThat(plan).doesNotContain("Seq Scan on quarantine").doesNotContain("Sort");
    assertThat(plan).doesNotContainPattern("Rows Removed by Filter: \\d{4,}");
  }

  /** Fills the table; two sensors and reasons in a thousand are rare. */
  private void fill() {
    database
        .inAgency(
            agency,
            connection ->
                connection
                    .preparedQuery(
                        """
                        insert into quarantine (agency_id, id, sensor_id, reason, detail, arrived_at, source,
                          payload, payload_bytes)
                        select $1, gen_random_uuid(), case when i % 1000 = 7 then 'roof-rare' else 'roof' end,
                          case when i % 1000 = 9 then 'rare' else 'frequent' end, 'detail ' || i,
                          $2::timestamptz - i * interval '1 second', 't',
                          convert_to('payload ' || i || ' ' || repeat('x', 200), 'UTF8'), 200
                        from generate_series(1, $3::int) i
                        """)
                    .execute(Tuple.of(agency.value(), QuarantineStore.utc(now), MANY)))
        .await()
        .atMost(Duration.ofMinutes(2));
  }

  private List<String> texts(String sql) {
    return database
        .inAgency(
            agency, connection -> connection.preparedQuery(sql).execute(Tuple.of(agency.value())))
        .map(rows -> {
          List<String> texts = new ArrayList<>();
          rows.forEach(row -> texts.add(row.getString(0)));
          return texts;
        })
        .await()
        .atMost(LIMIT);
  }

  private List<String> found(QuarantineFilter filter) {
    return page(filter, Cursor.LAST, 100).stream()
        .map(row ->
            search.entries(agency, List.of(row.id())).await().atMost(LIMIT).getFirst().payload())
        .map(payload -> new String(payload, StandardCharsets.UTF_8))
        .toList();
  }

  private List<QuarantineRow> page(QuarantineFilter filter, Cursor before, int limit) {
    return search.newestFirst(agency, filter, before, limit).await().atMost(LIMIT);
  }

  private static QuarantineFilter filter(
      @Nullable String sensor,
      @Nullable String reason,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String text) {
    return new QuarantineFilter(State.OPEN, sensor, reason, from, to, text);
  }

  private void append(QuarantinedItem item) {
    store.append(List.of(item), List.of()).await().atMost(LIMIT);
  }

  private QuarantinedItem item(String sensor, String reason, Instant arrivedAt, String payload) {
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    return new QuarantinedItem(
        agency,
        UUID.randomUUID(),
        sensor,
        reason,
        "d",
        arrivedAt,
        "t",
        bytes,
        bytes.length,
        null,
        null,
        null);
  }
}
