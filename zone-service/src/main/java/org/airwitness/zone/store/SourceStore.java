package org.airwitness.zone.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.zone.core.Fetched;
import org.airwitness.zone.core.ImportOrder;
import org.airwitness.zone.core.ImportState;
import org.airwitness.zone.core.ZoneFormat;
import org.airwitness.zone.core.ZoneSource;
import org.airwitness.zone.store.ImportLedger.UnderWayException;
import org.jspecify.annotations.Nullable;

/** Where sets are fetched from. What is fetched becomes an import in the same transaction. */
@ApplicationScoped
public class SourceStore {
  /** Author of imports that were fetched. */
  private static final String BY = "source";

  private static final String FIND =
      """
      select s.*, z.name, z.source, z.format, w.due_at, j.state, j.reason, j.edition
      from zone_source s
      join zone_set z on z.agency_id = s.agency_id and z.set_id = s.set_id
      left join zone_work w on w.agency_id = s.agency_id and w.work_id = s.set_id
      left join import_job j on j.agency_id = s.agency_id and j.job_id = s.job_id
      where s.agency_id = $1 and s.set_id = $2
      """;
  private static final String PUT =
      """
      insert into zone_source (agency_id, set_id, url, interval_s)
      select agency_id, set_id, $3, $4 from zone_set where agency_id = $1 and set_id = $2
      on conflict (agency_id, set_id) do update set url = excluded.url,
        interval_s = excluded.interval_s, etag = null, last_modified = null, sha256 = null,
        job_id = null, fetched_at = null, outcome = null
      """;
  private static final String TELL =
      """
      update zone_source set fetched_at = $3, outcome = $4 where agency_id = $1 and set_id = $2
      """;
  // A document that the guard has refused stays refused until there is another edition.
  private static final String TELL_UNCHANGED =
      """
      update zone_source s set fetched_at = $3, outcome = case when exists (
        select 1 from import_job j join zone_set z on z.agency_id = j.agency_id and z.set_id = j.set_id
        where j.agency_id = $1 and j.job_id = s.job_id
          and (j.state = 'done' or j.finished_at < z.edition_at)) then 'unchanged' end
      where s.agency_id = $1 and s.set_id = $2
      """;
  private static final String TELL_DOCUMENT =
      """
      update zone_source set fetched_at = $3, outcome = null, etag = $4, last_modified = $5,
        sha256 = $6, job_id = $7 where agency_id = $1 and set_id = $2
      """;

  private final AgencyDatabase database;

  SourceStore(AgencyDatabase database) {
    this.database = database;
  }

  /**
   * A set that is to be fetched.
   *
   * @param sha256 of the last document; null, as the validators of the source, when the document is
   *     wanted whatever it is
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared with equals.
  public record Taken(
      ZoneWork.Held held,
      ZoneSource source,
      byte @Nullable [] sha256,
      String name,
      Optional<String> profile,
      ZoneFormat format) {

    private ImportOrder order(Instant at) {
      return new ImportOrder(
          UUID.randomUUID(),
          held.owner(),
          Optional.of(held.id()),
          name,
          profile,
          format,
          false,
          Optional.empty(),
          BY,
          at,
          1);
    }
  }

  /** Finds the source of an own set. */
  public Uni<Optional<ZoneSource>> find(AgencyId owner, UUID set) {
    return row(owner, set).map(found -> found.map(SourceStore::source));
  }

  /** Gives a set a source in place of the one before, to be fetched at once; false without set. */
  public Uni<Boolean> put(AgencyId owner, UUID set, String url, Duration interval) {
    return database.inAgency(
        owner,
        connection ->
            connection
                .preparedQuery(PUT)
                .execute(Tuple.of(owner.value(), set, url, interval.toSeconds()))
                .map(rows -> rows.rowCount() > 0)
                .call(known ->
                    known
                        ? ZoneWork.addFetch(connection, owner, set)
                        : Uni.createFrom().voidItem()));
  }

  /** Fetches a set no more; its zones stay. */
  public Uni<Void> remove(AgencyId owner, UUID set) {
    return database.inAgency(owner, connection -> remove(connection, owner, set));
  }

  static Uni<Void> remove(SqlConnection connection, AgencyId owner, UUID set) {
    Tuple key = Tuple.of(owner.value(), set);
    return connection
        .preparedQuery("delete from zone_work where agency_id = $1 and work_id = $2")
        .execute(key)
        .chain(() ->
            connection
                .preparedQuery("delete from zone_source where agency_id = $1 and set_id = $2")
                .execute(key))
        .replaceWithVoid();
  }

  /** Finds what is to be fetched; nothing when it has been removed meanwhile. */
  public Uni<Optional<Taken>> take(ZoneWork.Held held) {
    return row(held.owner(), held.id()).map(found -> found.map(row -> taken(held, row)));
  }

  /**
   * Writes down how a fetch ended and when the next is due; a document becomes an import.
   *
   * @param sha256 of the document, if there is one
   * @throws UnderWayException (as failure) when the set is being imported; nothing is stored
   * @throws ZoneWork.LeaseLostException (as failure) when another instance has taken over or the
   *     source is another one
   */
  public Uni<Void> settle(
      Taken taken, Fetched fetched, byte @Nullable [] sha256, Duration pause, Instant at) {
    return database
        .inAgency(
            taken.held().owner(),
            connection ->
                ZoneWork.rest(connection, taken.held(), pause)
                    .chain(() -> tell(connection, taken, fetched, sha256, at)))
        .onFailure(ImportLedger::oneIsUnderWay)
        .transform(failure -> new UnderWayException());
  }

  private static Uni<Void> tell(
      SqlConnection connection,
      Taken taken,
      Fetched fetched,
      byte @Nullable [] sha256,
      Instant at) {
    Tuple parameters = Tuple.of(taken.held().owner().value(), taken.held().id(), ZoneRows.utc(at));
    return switch (fetched) {
      case Fetched.Unchanged() -> change(connection, TELL_UNCHANGED, parameters);
      case Fetched.Refused(String reason) ->
          change(connection, TELL, parameters.addString("refused: " + reason));
      case Fetched.Unreachable(String reason) ->
          change(connection, TELL, parameters.addString("unreachable: " + reason));
      case Fetched.Document document -> {
        ImportOrder order = taken.order(at);
        yield ImportLedger.open(connection, order, document.content())
            .chain(() ->
                change(
                    connection,
                    TELL_DOCUMENT,
                    parameters
                        .addValue(document.etag())
                        .addValue(document.lastModified())
                        .addValue(sha256 == null ? null : Buffer.buffer(sha256))
                        .addUUID(order.job())));
      }
    };
  }

  private static Uni<Void> change(SqlConnection connection, String sql, Tuple parameters) {
    return connection.preparedQuery(sql).execute(parameters).replaceWithVoid();
  }

  private Uni<Optional<Row>> row(AgencyId owner, UUID set) {
    return database.inAgency(
        owner,
        connection ->
            connection
                .preparedQuery(FIND)
                .execute(Tuple.of(owner.value(), set))
                .map(rows -> ZoneRows.first(rows, row -> row)));
  }

  private static Taken taken(ZoneWork.Held held, Row row) {
    var sha256 = row.getBuffer("sha256");
    boolean again = ImportState.FAILED.label().equals(row.getString("state"));
    return new Taken(
        held,
        again ? source(row).withoutValidators() : source(row),
        again || sha256 == null ? null : sha256.getBytes(),
        row.getString("name"),
        Optional.ofNullable(row.getString("source")),
        ZoneFormat.find(row.getString("format")).orElseThrow());
  }

  private static ZoneSource source(Row row) {
    return new ZoneSource(
        row.getString("url"),
        Duration.ofSeconds(row.getLong("interval_s")),
        row.getString("etag"),
        row.getString("last_modified"),
        ZoneRows.findTime(row, "fetched_at"),
        outcome(row),
        ZoneRows.findTime(row, "due_at"));
  }

  private static @Nullable String outcome(Row row) {
    String outcome = row.getString("outcome");
    String state = row.getString("state");
    if (outcome != null || state == null) {
      return outcome;
    }
    return switch (state) {
      case "done" -> "edition " + row.getInteger("edition");
      case "refused", "failed" -> state + ": " + row.getString("reason");
      default -> "importing";
    };
  }
}
