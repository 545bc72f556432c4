package org.airwitness.ingest.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
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
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.platform.store.BusPositions;
import org.airwitness.platform.store.BusPositions.Progress;
import org.jspecify.annotations.Nullable;

/** What could not be accepted: the newest {@value #KEPT_ROWS} items and 30 days of each agency. */
@ApplicationScoped
public class QuarantineStore {
  static final int KEPT_ROWS = 10_000;
  private static final String KEPT_TIME = "30 days";

  private static final String INSERT =
      """
      insert into quarantine
        (agency_id, id, sensor_id, reason, detail, arrived_at, source, payload, payload_bytes)
      select $1, r.* from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[],
        $7::text[], $8::bytea[], $9::int[]) r
      on conflict do nothing
      """;

  private static final String NEWEST_FIRST =
      """
      select id, sensor_id, reason, detail, arrived_at, source, payload, payload_bytes
      from quarantine
      where agency_id = $1 and (arrived_at, id) < ($2, $3)
        and ($4::text is null or sensor_id = $4) and ($5::text is null or reason = $5)
      order by arrived_at desc, id desc limit $6
      """;

  private static final String TRIM =
      """
      delete from quarantine where agency_id = $1 and (arrived_at < now() - interval '%s'
        or (arrived_at, id) <= (select arrived_at, id from quarantine where agency_id = $1
          order by arrived_at desc, id desc offset $2 limit 1))
      """
          .formatted(KEPT_TIME);

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
    rows.addValue(
        items.stream()
            .map(item -> io.vertx.core.buffer.Buffer.buffer(item.payload()))
            .toArray(io.vertx.core.buffer.Buffer[]::new));
    rows.addValue(items.stream().map(QuarantinedItem::payloadBytes).toArray(Integer[]::new));
    return AgencyDatabase.enter(connection, agency)
        .chain(() -> connection.preparedQuery(INSERT).execute(rows))
        .replaceWithVoid();
  }

  /** PostgreSQL has no NUL in texts, a payload may well have. */
  private static String[] texts(
      List<QuarantinedItem> items, Function<QuarantinedItem, String> text) {
    return items.stream()
        .map(item -> text.apply(item).replace('\0', '\uFFFD'))
        .toArray(String[]::new);
  }

  /** Returns items older than a cursor, newest first, at most {@code limit + 1}. */
  public Uni<List<QuarantinedItem>> list(
      AgencyId agency, @Nullable String sensor, @Nullable String reason, Cursor after, int limit) {
    Tuple query = Tuple.tuple();
    query.addValue(agency.value());
    query.addValue(utc(after.at()));
    query.addValue(after.id());
    query.addValue(sensor);
    query.addValue(reason);
    query.addValue(limit + 1);
    return database.inAgency(
        agency,
        connection ->
            connection.preparedQuery(NEWEST_FIRST).execute(query).map(rows -> read(agency, rows)));
  }

  private static List<QuarantinedItem> read(AgencyId agency, RowSet<Row> rows) {
    List<QuarantinedItem> items = new ArrayList<>(rows.size());
    for (Row row : rows) {
      Buffer payload = row.getBuffer("payload");
      items.add(
          new QuarantinedItem(
              agency,
              row.getUUID("id"),
              row.getString("sensor_id"),
              row.getString("reason"),
              row.getString("detail"),
              row.getOffsetDateTime("arrived_at").toInstant(),
              row.getString("source"),
              payload.getBytes(),
              row.getInteger("payload_bytes")));
    }
    return items;
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
