package org.airwitness.ingest.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.store.AgencyDatabase;
import org.jspecify.annotations.Nullable;

/** Reads the quarantine of one agency. */
@ApplicationScoped
public class QuarantineSearch {
  static final int SEARCHED_BYTES = 16_384;

  private static final String ROW =
      """
      id, sensor_id, reason, detail, arrived_at, source, format, item, payload_bytes, state,
        tries, first_reason, tried_at, tried_by
      """;

  /** Bytes of text and of payload are escaped alike, so that one can be found in the other. */
  private static final String TEXT =
      """
      (position(lower(?) in lower(detail)) > 0
        or position(lower(encode(convert_to(?, 'UTF8'), 'escape'))
          in lower(encode(substring(payload for %d), 'escape'))) > 0)
      """
          .formatted(SEARCHED_BYTES);

  private static final String RECORD_LOOK =
      """
      insert into quarantine_access (agency_id, access_id, at, person, quarantine_id)
      values ($1, $2, $3, $4, $5)
      """;

  private final AgencyDatabase database;

  QuarantineSearch(AgencyDatabase database) {
    this.database = database;
  }

  /** Returns what was found older than a cursor, newest first, at most {@code limit + 1}. */
  public Uni<List<QuarantineRow>> newestFirst(
      AgencyId agency, QuarantineFilter filter, Cursor before, int limit) {
    Query query = newestFirst(agency, filter, before, "select " + ROW, limit);
    return database.inAgency(
        agency, connection -> query.run(connection, row -> readRow(agency, row)));
  }

  static Query newestFirst(
      AgencyId agency, QuarantineFilter filter, Cursor before, String select, int limit) {
    return new Query(select + " from quarantine", agency)
        .where(filter)
        .and("(arrived_at, id) < (?, ?)", QuarantineStore.utc(before.at()), before.id())
        .then(" order by arrived_at desc, id desc limit " + (limit + 1));
  }

  /** Returns the places of what was found newer than a cursor, oldest first, at most a limit. */
  public Uni<List<Cursor>> oldestFirst(
      AgencyId agency, QuarantineFilter filter, Cursor after, int limit) {
    Query query =
        newer("select arrived_at, id from quarantine", agency, filter, after)
            .then(" order by arrived_at, id limit " + limit);
    return database.inAgency(
        agency,
        connection ->
            query.run(
                connection,
                row -> new Cursor(time(row.getOffsetDateTime("arrived_at")), row.getUUID("id"))));
  }

  /** Counts what is to be found newer than a cursor. */
  public Uni<Long> count(AgencyId agency, QuarantineFilter filter, Cursor after) {
    Query query = newer("select count(*) from quarantine", agency, filter, after);
    return database
        .inAgency(agency, connection -> query.run(connection, row -> row.getLong(0)))
        .map(List::getFirst);
  }

  private static Query newer(
      String select, AgencyId agency, QuarantineFilter filter, Cursor after) {
    return new Query(select, agency)
        .where(filter)
        .and("(arrived_at, id) > (?, ?)", QuarantineStore.utc(after.at()), after.id());
  }

  /** Returns those of the entries that there are, oldest first. */
  public Uni<List<QuarantineEntry>> entries(AgencyId agency, List<UUID> ids) {
    return database.inAgency(agency, connection -> entries(connection, agency, ids));
  }

  private static Uni<List<QuarantineEntry>> entries(
      SqlConnection connection, AgencyId agency, List<UUID> ids) {
    return new Query("select payload, envelope, " + ROW + " from quarantine", agency)
        .and("id = any(?)", (Object) ids.toArray(UUID[]::new))
        .then(" order by arrived_at, id")
        .run(connection, row -> readEntry(agency, row));
  }

  /** Finds an entry for a person to look at, which is recorded: bytes may hold personal data. */
  public Uni<Optional<QuarantineEntry>> look(AgencyId agency, UUID id, String person, Instant now) {
    return database.inAgency(
        agency,
        connection ->
            entries(connection, agency, List.of(id))
                .map(found -> found.stream().findFirst())
                .call(found ->
                    found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : connection
                            .preparedQuery(RECORD_LOOK)
                            .execute(
                                Tuple.of(
                                    agency.value(),
                                    UUID.randomUUID(),
                                    QuarantineStore.utc(now),
                                    person,
                                    id))));
  }

  private static QuarantineEntry readEntry(AgencyId agency, Row row) {
    Buffer envelope = row.getBuffer("envelope");
    return new QuarantineEntry(
        readRow(agency, row),
        row.getBuffer("payload").getBytes(),
        envelope == null ? null : envelope.getBytes());
  }

  private static QuarantineRow readRow(AgencyId agency, Row row) {
    OffsetDateTime triedAt = row.getOffsetDateTime("tried_at");
    return new QuarantineRow(
        row.getUUID("id"),
        new SensorKey(agency, row.getString("sensor_id")),
        row.getString("reason"),
        row.getString("detail"),
        time(row.getOffsetDateTime("arrived_at")),
        row.getString("source"),
        row.getString("format"),
        row.getInteger("item"),
        row.getInteger("payload_bytes"),
        row.getString("state"),
        new QuarantineRow.Tries(
            row.getInteger("tries"),
            row.getString("first_reason"),
            triedAt == null ? null : time(triedAt),
            row.getString("tried_by")));
  }

  private static Instant time(OffsetDateTime time) {
    return time.toInstant();
  }

  /**
   * One query in the making. Only what is asked for becomes a condition, so that the planner sees
   * which index fits.
   */
  static final class Query {
    private final StringBuilder sql;
    private final Tuple values = Tuple.tuple();

    Query(String select, AgencyId agency) {
      this.sql = new StringBuilder(select).append(" where agency_id = $1");
      values.addValue(agency.value());
    }

    Query where(QuarantineFilter filter) {
      and("state = ?", filter.state().label());
      andIf("sensor_id = ?", filter.sensor());
      andIf("reason = ?", filter.reason());
      andIf("arrived_at >= ?", utc(filter.from()));
      andIf("arrived_at < ?", utc(filter.to()));
      if (filter.text() != null) {
        and(TEXT, filter.text(), filter.text());
      }
      return this;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
      return time == null ? null : QuarantineStore.utc(time);
    }

    private void andIf(String condition, @Nullable Object value) {
      if (value != null) {
        and(condition, value);
      }
    }

    /** Adds a condition whose question marks are these values. */
    Query and(String condition, Object... parameters) {
      String numbered = condition;
      for (Object parameter : parameters) {
        values.addValue(parameter);
        numbered = numbered.replaceFirst("\\?", "\\$" + values.size());
      }
      sql.append(" and ").append(numbered);
      return this;
    }

    Query then(String rest) {
      sql.append(rest);
      return this;
    }

    <T> Uni<List<T>> run(SqlConnection connection, Function<Row, T> reading) {
      return connection
          .preparedQuery(sql.toString())
          .execute(values)
          .map(rows -> read(rows, reading));
    }

    private static <T> List<T> read(RowSet<Row> rows, Function<Row, T> reading) {
      List<T> found = new ArrayList<>(rows.size());
      rows.forEach(row -> found.add(reading.apply(row)));
      return found;
    }
  }
}
