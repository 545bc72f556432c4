package org.airwitness.zone.store;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.zone.core.Validity;
import org.airwitness.zone.core.ZoneFormat;
import org.airwitness.zone.core.ZoneStatus;
import org.jspecify.annotations.Nullable;

/** Rows of tables {@code zone} and {@code zone_history} as values. */
final class ZoneRows {
  static final String SHOWN =
      "agency_id, zone_id, version, status, valid_from, valid_until, set_id, created_at, changed_at, feature";

  /** The content of a zone in table {@code zone}, see {@link #content}. */
  static final String CONTENT =
      """
      zone_id, format, raw, (select s.source from zone_set s
        where s.agency_id = zone.agency_id and s.set_id = zone.set_id) as source\
      """;

  static final String HISTORY =
      "version, change, fields, changed_at, changed_by, status, valid_from, valid_until";

  private ZoneRows() {}

  static StoredZone shown(Row row) {
    return new StoredZone(
        row.getUUID("zone_id"),
        row.getInteger("version"),
        status(row),
        validity(row),
        row.getUUID("set_id"),
        row.getString("agency_id").equals(AgencyId.SHARED.value()),
        time(row, "created_at"),
        time(row, "changed_at"),
        row.getString("feature"));
  }

  static ZoneVersion history(Row row) {
    return new ZoneVersion(
        row.getInteger("version"),
        row.getString("change"),
        Arrays.asList(row.getArrayOfStrings("fields")),
        time(row, "changed_at"),
        row.getString("changed_by"),
        status(row),
        validity(row));
  }

  /** The content in columns {@code zone_id}, {@code format}, {@code raw} and {@code source}. */
  static ZoneContentRow content(Row row) {
    return new ZoneContentRow(
        row.getUUID("zone_id"),
        ZoneFormat.find(row.getString("format")).orElseThrow(),
        row.getString("raw"),
        row.getString("source"));
  }

  static ZoneStatus status(Row row) {
    return ZoneStatus.find(row.getString("status")).orElseThrow();
  }

  static Validity validity(Row row) {
    return new Validity(findTime(row, "valid_from"), findTime(row, "valid_until"));
  }

  static Instant time(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  static @Nullable Instant findTime(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  static @Nullable OffsetDateTime utc(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  static <T> List<T> list(RowSet<Row> rows, Function<Row, T> value) {
    List<T> values = new ArrayList<>(rows.size());
    rows.forEach(row -> values.add(value.apply(row)));
    return values;
  }

  static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> value) {
    for (Row row : rows) {
      return Optional.of(value.apply(row));
    }
    return Optional.empty();
  }
}
