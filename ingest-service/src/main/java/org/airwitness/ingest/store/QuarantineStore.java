package org.airwitness.ingest.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.platform.store.BusPositions;
import org.airwitness.platform.store.BusPositions.Progress;

/** What could not be accepted: the newest {@value #KEPT_ROWS} items and 30 days of each agency. */
@ApplicationScoped
public class QuarantineStore {
  static final int KEPT_ROWS = 10_000;
  private static final String KEPT_TIME = "30 days";
  private static final String LOOKS_KEPT_TIME = "12 months";

  private static final String INSERT =
      """
      insert into quarantine
        (agency_id, id, sensor_id, reason, detail, arrived_at, source, payload, payload_bytes,
         format, item, envelope)
      select $1, r.* from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[],
        $7::text[], $8::bytea[], $9::int[], $10::text[], $11::int[], $12::bytea[]) r
      on conflict do nothing
      """;

  private static final String TRIM =
      """
      with old_looks as (delete from quarantine_access
        where agency_id = $1 and at < now() - interval '%s')
      delete from quarantine where agency_id = $1 and (arrived_at < now() - interval '%s'
        or (arrived_at, id) <= (select arrived_at, id from quarantine where agency_id = $1
          order by arrived_at desc, id desc offset $2 limit 1))
      """
          .formatted(LOOKS_KEPT_TIME, KEPT_TIME);

  private final AgencyDatabase database;
  private final BusPositions positions;
  private final Set<AgencyId> grown = ConcurrentHashMap.newKeySet();

  QuarantineStore(AgencyDatabase database, BusPositions positions) {
    this.database = database;
    this.positions = positions;
  }

  /** Stores items and how far the bus has been read, both or neither; known items are skipped. */
  public Uni<Void> append(List<QuarantinedItem> items, List<Progress> progress) {
    Map<AgencyId, List<QuarantinedItem>> byAgency = new LinkedHashMap<>();
    items.forEach(
        item -> byAgency.computeIfAbsent(item.agency(), agency -> new ArrayList<>()).add(item));
    grown.addAll(byAgency.keySet());
    return database.inTransaction(connection ->
        inOrder(byAgency.values(), ofAgency -> insert(connection, ofAgency))
            .chain(() -> inOrder(progress, step -> positions.advance(connection, step))));
  }

  private static Uni<Void> insert(SqlConnection connection, List<QuarantinedItem> items) {
    AgencyId agency = items.getFirst().agency();
    Tuple rows = Tuple.tuple();
    rows.addValue(agency.value());
    rows.addValue(items.stream().map(QuarantinedItem::id).toArray(UUID[]::new));
    rows.addValue(texts(items, QuarantinedItem::sensor));
    rows.addValue(texts(items, QuarantinedItem::reason));
    rows.addValue(texts(items, QuarantinedItem::detail));
    rows.addValue(items.stream().map(item -> utc(item.arrivedAt())).toArray(OffsetDateTime[]::new));
    rows.addValue(texts(items, QuarantinedItem::source));
    rows.addValue(items.stream().map(item -> Buffer.buffer(item.payload())).toArray(Buffer[]::new));
    rows.addValue(items.stream().map(QuarantinedItem::payloadBytes).toArray(Integer[]::new));
    rows.addValue(items.stream().map(QuarantinedItem::format).toArray(String[]::new));
    rows.addValue(items.stream().map(QuarantinedItem::item).toArray(Integer[]::new));
    rows.addValue(
        items.stream()
            .map(item -> item.envelope() == null ? null : Buffer.buffer(item.envelope()))
            .toArray(Buffer[]::new));
    return AgencyDatabase.enter(connection, agency)
        .chain(() -> connection.preparedQuery(INSERT).execute(rows))
        .replaceWithVoid();
  }

  private static String[] texts(
      List<QuarantinedItem> items, Function<QuarantinedItem, String> text) {
    return items.stream().map(text).map(QuarantineStore::storable).toArray(String[]::new);
  }

  /** PostgreSQL has no NUL in texts, a payload may well have. */
  static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }

  /** Forgets what is beyond the limits of the agencies that got items since the last time. */
  public Uni<Void> trim() {
    List<AgencyId> agencies = List.copyOf(grown);
    agencies.forEach(grown::remove);
    return trim(agencies);
  }

  /** Forgets what is beyond the limits of these agencies. */
  public Uni<Void> trim(List<AgencyId> agencies) {
    return inOrder(
        agencies,
        agency ->
            database
                .inAgency(
                    agency,
                    connection ->
                        connection.preparedQuery(TRIM).execute(Tuple.of(agency.value(), KEPT_ROWS)))
                .replaceWithVoid());
  }

  private static <T> Uni<Void> inOrder(Iterable<? extends T> items, Function<T, Uni<Void>> work) {
    return Multi.createFrom()
        .iterable(items)
        .onItem()
        .transformToUniAndConcatenate(work::apply)
        .collect()
        .last()
        .replaceWithVoid();
  }

  static OffsetDateTime utc(Instant time) {
    return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
  }
}
