package org.airwitness.zone.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.QuarantinedZone;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.ZoneKey;
import org.airwitness.airspace.edition.EditionDiff;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.zone.core.Edition;
import org.airwitness.zone.core.ImportOrder;
import org.airwitness.zone.core.ImportReport;
import org.airwitness.zone.core.ImportState;
import org.airwitness.zone.core.ZoneFormat;
import org.airwitness.zone.core.ZoneStatus;
import org.jspecify.annotations.Nullable;

/**
 * Every import that was ordered, how far it is and what came of it; and the editions they make. The
 * result of an import and its report are stored in one transaction.
 */
@ApplicationScoped
public class ImportLedger {
  private static final String ONE_PER_SET = "import_job_one_per_set";
  private static final int CHUNK = 2000;

  private static final String OPEN =
      """
      insert into import_job (agency_id, job_id, set_id, source, format, dry_run, override, state,
        document, created_at, created_by)
      values ($1, $2, $3, $4, $5, $6, $7, 'queued', $8, $9, $10)
      """;
  private static final String FINISH =
      """
      update import_job set state = $3, reason = $4, document = null, read = $5, added = $6,
        removed = $7, changed = $8, unchanged = $9, refused = $10, edition = $11,
        differences = $12, finished_at = clock_timestamp() where agency_id = $1 and job_id = $2
      """;
  private static final String ISSUES =
      """
      insert into import_issue (agency_id, job_id, n, path, code, severity, message)
      select $1, $2, n.* from unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::text[]) as n
      """;
  private static final String QUARANTINE =
      """
      insert into zone_quarantine (agency_id, quarantine_id, job_id, set_id, path, country,
        identifier, name, reasons, raw, found_at)
      select $1, n.id, $2, $3, n.path, n.country, n.identifier, n.name, n.reasons, n.raw, $4
      from unnest($5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
        $11::text[]) as n(id, path, country, identifier, name, reasons, raw)
      """;

  /** What is older, but for the last ten editions of each set and what a source was told last. */
  private static final String FORGET_OLD =
      """
      with old as materialized (
        select job_id from import_job j
        where agency_id = $1 and finished_at < now() - interval '90 days'
          and (edition is null or not exists (select 1 from zone_set s
            where s.agency_id = $1 and s.set_id = j.set_id and j.edition > s.edition - 10))
          and not exists (select 1 from zone_source z
            where z.agency_id = $1 and z.job_id = j.job_id)),
      old_issues as (delete from import_issue
        where agency_id = $1 and job_id in (select job_id from old)),
      old_quarantine as (delete from zone_quarantine
        where agency_id = $1 and set_id is null and job_id in (select job_id from old))
      delete from import_job where agency_id = $1 and job_id in (select job_id from old)
      """;

  private static final String SET_IN_FORCE =
      "select "
          + ZoneRows.CONTENT
          + """
          , content_hash from zone
          where agency_id = $1 and set_id = $2 and status = 'active' order by zone_id
          """;
  private static final String NEXT_EDITION =
      """
      update zone_set set edition = edition + 1, edition_at = clock_timestamp(), result = $3
      where agency_id = $1 and set_id = $2 and edition = $4 returning edition
      """;

  private final AgencyDatabase database;
  private final ObjectMapper json;

  ImportLedger(AgencyDatabase database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Another import of the same set has not ended yet. */
  public static final class UnderWayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnderWayException() {
      super("Another import of this set is under way", null, false, false);
    }
  }

  /** The edition in force has changed since it was compared with. */
  public static final class OvertakenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OvertakenException() {
      super(
          "The set has changed while this edition was checked; import it again",
          null,
          false,
          false);
    }
  }

  /** An order that is to be carried out, with its document if that was kept. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; only carried.
  public record Taken(ImportOrder order, byte @Nullable [] document) {}

  /** What is in force of a set, and as which edition. */
  public record InForce(
      int edition, List<Edition.InForce> zones, List<QuarantinedZone> quarantined) {}

  /**
   * Enters an order.
   *
   * @param document kept for whoever takes the order up; null when it is carried out at once
   * @throws UnderWayException (as failure)
   */
  public Uni<Void> open(ImportOrder order, byte @Nullable [] document) {
    return database
        .inAgency(order.owner(), connection -> open(connection, order, document))
        .onFailure(ImportLedger::oneIsUnderWay)
        .transform(failure -> new UnderWayException());
  }

  /** Enters an order within the transaction of its cause. */
  static Uni<Void> open(SqlConnection connection, ImportOrder order, byte @Nullable [] document) {
    Tuple parameters =
        Tuple.tuple()
            .addString(order.owner().value())
            .addUUID(order.job())
            .addValue(order.set().orElse(null))
            .addValue(order.source().orElse(null))
            .addString(order.format().label())
            .addBoolean(order.dryRun())
            .addValue(order.override().orElse(null))
            .addValue(document == null ? null : Buffer.buffer(document))
            .addValue(ZoneRows.utc(order.at()))
            .addString(order.by());
    return connection
        .preparedQuery(OPEN)
        .execute(parameters)
        .chain(() ->
            ZoneWork.add(
                connection,
                order.owner(),
                order.job(),
                document == null ? ZoneWork.LEASE : Duration.ZERO,
                document == null ? order.attempt() : 0));
  }

  static boolean oneIsUnderWay(Throwable failure) {
    return failure instanceof PgException pg && ONE_PER_SET.equals(pg.getConstraint());
  }

  /** Finds an order that was taken up. */
  public Uni<Optional<Taken>> take(ZoneWork.Held held) {
    return database.inAgency(
        held.owner(),
        connection ->
            connection
                .preparedQuery(
                    "select j.*, s.name from import_job j left join zone_set s"
                        + " on s.agency_id = j.agency_id and s.set_id = j.set_id"
                        + " where j.agency_id = $1 and j.job_id = $2")
                .execute(Tuple.of(held.owner().value(), held.id()))
                .map(rows -> ZoneRows.first(rows, row -> taken(held, row))));
  }

  private static Taken taken(ZoneWork.Held held, Row row) {
    Optional<String> source = Optional.ofNullable(row.getString("source"));
    String format = row.getString("format");
    String name = row.getString("name");
    var document = row.getBuffer("document");
    return new Taken(
        new ImportOrder(
            held.id(),
            held.owner(),
            Optional.ofNullable(row.getUUID("set_id")),
            name == null ? source.orElse(format) : name,
            source,
            ZoneFormat.find(format).orElseThrow(),
            row.getBoolean("dry_run"),
            Optional.ofNullable(row.getString("override")),
            row.getString("created_by"),
            ZoneRows.time(row, "created_at"),
            held.attempt()),
        document == null ? null : document.getBytes());
  }

  /** Holds an import for longer; fails with {@link ZoneWork.LeaseLostException}. */
  public Uni<Void> renew(ImportOrder order) {
    return database.inAgency(
        order.owner(), connection -> ZoneWork.renew(connection, held(order), ZoneWork.LEASE));
  }

  /** Tells how far an import is; fails with {@link ZoneWork.LeaseLostException}. */
  public Uni<Void> advance(ImportOrder order, ImportState state) {
    return database.inAgency(
        order.owner(),
        connection ->
            ZoneWork.renew(connection, held(order), ZoneWork.LEASE)
                .chain(() ->
                    connection
                        .preparedQuery(
                            "update import_job set state = $3 where agency_id = $1 and job_id = $2")
                        .execute(Tuple.of(order.owner().value(), order.job(), state.label())))
                .replaceWithVoid());
  }

  /** Rows of what is in force of a set, to be made zones on a worker thread. */
  public record InForceRows(
      int edition, List<HashedContent> zones, List<QuarantinedZone> quarantined) {
    /** Makes the zones; one that does not read any more counts as gone. */
    public InForce restore() {
      List<Edition.InForce> restored = new ArrayList<>(zones.size());
      for (HashedContent row : zones) {
        restored.add(new Edition.InForce(row.content().restore(), row.contentHash()));
      }
      return new InForce(edition, restored, quarantined);
    }
  }

  /** A zone's content with the hash of what was published. */
  public record HashedContent(ZoneContentRow content, String contentHash) {}

  /** Loads what is in force of a set. */
  public Uni<InForceRows> inForce(AgencyId owner, UUID set) {
    Tuple key = Tuple.of(owner.value(), set);
    return database.inAgency(
        owner,
        connection ->
            connection
                .preparedQuery("select edition from zone_set where agency_id = $1 and set_id = $2")
                .execute(key)
                .map(rows -> ZoneRows.first(rows, row -> row.getInteger(0)).orElse(0))
                .chain(edition ->
                    connection
                        .preparedQuery(SET_IN_FORCE)
                        .execute(key)
                        .map(rows -> ZoneRows.list(rows, ImportLedger::hashed))
                        .chain(zones ->
                            connection
                                .preparedQuery(
                                    "select * from zone_quarantine"
                                        + " where agency_id = $1 and set_id = $2")
                                .execute(key)
                                .map(rows ->
                                    new InForceRows(
                                        edition,
                                        zones,
                                        ZoneRows.list(rows, this::quarantinedZone))))));
  }

  private static HashedContent hashed(Row row) {
    return new HashedContent(ZoneRows.content(row), row.getString("content_hash"));
  }

  /** Loads the zones an owner has under these ids. */
  public Uni<List<HashedContent>> known(AgencyId owner, List<UUID> ids) {
    return database.inAgency(
        owner,
        connection ->
            connection
                .preparedQuery(
                    "select "
                        + ZoneRows.CONTENT
                        + ", content_hash from zone where agency_id = $1 and zone_id = any($2) and status = 'active'")
                .execute(Tuple.of(owner.value()).addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> ZoneRows.list(rows, ImportLedger::hashed)));
  }

  /**
   * Stores an edition and its report.
   *
   * @param expected edition it was compared with, when it is one of a set
   * @return whose zones have changed
   * @throws TooManyZonesException (as failure) when the owner would have more than it may
   * @throws OvertakenException (as failure)
   * @throws ZoneWork.LeaseLostException (as failure)
   */
  public Uni<List<AgencyId>> store(
      ImportOrder order,
      Edition edition,
      List<QuarantinedZone> quarantined,
      int expected,
      ImportReport report) {
    boolean changes = !edition.put().isEmpty() || !edition.withdrawn().isEmpty();
    return database.inAgency(
        order.owner(),
        connection ->
            ZoneChange.begin(connection, order.owner(), order.by(), order.at())
                .chain(change ->
                    nextEdition(connection, order, expected, report)
                        .call(() -> change.put(edition.put(), order.set().orElse(null)))
                        .call(() -> change.setStatus(edition.withdrawn(), ZoneStatus.WITHDRAWN))
                        .call(() -> quarantine(connection, order, quarantined))
                        .chain(number -> close(connection, order, report, number))
                        .chain(() ->
                            changes ? change.finish() : Uni.createFrom().item(List.<AgencyId>of()))
                        .call(() -> AgencyZoneStore.requireRoom(connection, order.owner()))));
  }

  /** Ends an import that changes nothing: a dry run, or one that is refused. */
  public Uni<Void> close(ImportOrder order, ImportReport report) {
    return database.inAgency(
        order.owner(),
        connection ->
            close(connection, order, report, report.edition())
                .chain(() ->
                    order.dryRun()
                        ? Uni.createFrom().voidItem()
                        : tellSet(connection, order, report)));
  }

  private static Uni<Void> tellSet(
      SqlConnection connection, ImportOrder order, ImportReport report) {
    if (order.set().isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return connection
        .preparedQuery("update zone_set set result = $3 where agency_id = $1 and set_id = $2")
        .execute(
            Tuple.of(
                order.owner().value(),
                order.set().get(),
                report.state().label() + ": " + report.reason()))
        .replaceWithVoid();
  }

  /** Holds the set until the end of the transaction: no other change of it can come between. */
  private static Uni<@Nullable Integer> nextEdition(
      SqlConnection connection, ImportOrder order, int expected, ImportReport report) {
    if (order.set().isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    return connection
        .preparedQuery(NEXT_EDITION)
        .execute(
            Tuple.of(
                order.owner().value(),
                order.set().get(),
                "edition %d: %d added, %d removed, %d changed, %d refused"
                    .formatted(
                        expected + 1,
                        report.added(),
                        report.removed(),
                        report.changed(),
                        report.refused()),
                expected))
        .map(rows ->
            ZoneRows.first(rows, row -> row.getInteger(0)).orElseThrow(OvertakenException::new));
  }

  private Uni<Void> close(
      SqlConnection connection, ImportOrder order, ImportReport report, @Nullable Integer edition) {
    Tuple parameters =
        Tuple.tuple()
            .addString(order.owner().value())
            .addUUID(order.job())
            .addString(report.state().label())
            .addValue(report.reason())
            .addInteger(report.read())
            .addInteger(report.added())
            .addInteger(report.removed())
            .addInteger(report.changed())
            .addInteger(report.unchanged())
            .addInteger(report.refused())
            .addValue(edition)
            .addValue(differences(report.differences()));
    return ZoneWork.done(connection, held(order))
        .chain(() -> connection.preparedQuery(FINISH).execute(parameters))
        .chain(() -> issues(connection, order, report.issues()))
        .chain(() -> connection.preparedQuery(FORGET_OLD).execute(Tuple.of(order.owner().value())))
        .replaceWithVoid();
  }

  private static Uni<Void> issues(SqlConnection connection, ImportOrder order, List<Issue> issues) {
    return Multi.createFrom()
        .iterable(IntStream.range(0, (issues.size() + CHUNK - 1) / CHUNK).boxed().toList())
        .onItem()
        .transformToUniAndConcatenate(chunk -> {
          int from = chunk * CHUNK;
          List<Issue> some = issues.subList(from, Math.min(issues.size(), from + CHUNK));
          Integer[] numbers =
              IntStream.range(from, from + some.size()).boxed().toArray(Integer[]::new);
          return connection
              .preparedQuery(ISSUES)
              .execute(
                  Tuple.tuple()
                      .addString(order.owner().value())
                      .addUUID(order.job())
                      .addValue(numbers)
                      .addValue(texts(some, Issue::path))
                      .addValue(texts(some, Issue::code))
                      .addValue(texts(some, issue -> issue.severity().name()))
                      .addValue(texts(some, Issue::message)));
        })
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** What cannot be used of a set takes the place of what could not be used before. */
  private Uni<Void> quarantine(
      SqlConnection connection, ImportOrder order, List<QuarantinedZone> zones) {
    Tuple parameters =
        Tuple.tuple()
            .addString(order.owner().value())
            .addUUID(order.job())
            .addValue(order.set().orElse(null))
            .addValue(ZoneRows.utc(order.at()))
            .addValue(zones.stream().map(_ -> UUID.randomUUID()).toArray(UUID[]::new))
            .addValue(texts(zones, QuarantinedZone::path))
            .addValue(texts(zones, zone -> zone.key().country()))
            .addValue(texts(zones, zone -> zone.key().identifier()))
            .addValue(texts(zones, QuarantinedZone::name))
            .addValue(texts(zones, zone -> write(zone.reasons())))
            .addValue(texts(zones, QuarantinedZone::raw));
    return connection
        .preparedQuery("delete from zone_quarantine where agency_id = $1 and set_id = $2")
        .execute(Tuple.of(order.owner().value(), order.set().orElse(null)))
        .chain(() -> connection.preparedQuery(QUARANTINE).execute(parameters))
        .replaceWithVoid();
  }

  private static <T> String[] texts(List<T> rows, Function<T, String> text) {
    return rows.stream().map(row -> text.apply(row).replace('\0', '\uFFFD')).toArray(String[]::new);
  }

  private static ZoneWork.Held held(ImportOrder order) {
    return new ZoneWork.Held(order.owner(), order.job(), order.attempt());
  }

  private @Nullable String differences(@Nullable EditionDiff diff) {
    return diff == null ? null : write(DifferencesJson.of(diff));
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Differences and issues are plain values", e);
    }
  }

  /** Finds an import. */
  public Uni<Optional<ImportJob>> find(AgencyId owner, UUID job) {
    return database.inAgency(
        owner,
        connection ->
            connection
                .preparedQuery("select * from import_job where agency_id = $1 and job_id = $2")
                .execute(Tuple.of(owner.value(), job))
                .map(rows -> ZoneRows.first(rows, ImportLedger::job)));
  }

  /** Lists imports, the newest first, of one set or of all. */
  public Uni<List<ImportJob>> list(AgencyId owner, Optional<UUID> set, Cursor before, int limit) {
    return database.inAgency(
        owner,
        connection ->
            connection
                .preparedQuery(
                    "select * from import_job where agency_id = $1"
                        + " and ($2::uuid is null or set_id = $2)"
                        + " and (created_at, job_id) < ($3, $4)"
                        + " order by created_at desc, job_id desc limit $5")
                .execute(
                    Tuple.tuple()
                        .addString(owner.value())
                        .addValue(set.orElse(null))
                        .addValue(ZoneRows.utc(before.at()))
                        .addUUID(before.id())
                        .addInteger(limit))
                .map(rows -> ZoneRows.list(rows, ImportLedger::job)));
  }

  /** One issue with its number in the report. */
  public record NumberedIssue(int n, Issue issue) {}

  /** Lists the issues of an import after a number. */
  public Uni<List<NumberedIssue>> listIssues(AgencyId owner, UUID job, int after, int limit) {
    return database.inAgency(
        owner,
        connection ->
            connection
                .preparedQuery(
                    "select n, path, code, severity, message from import_issue"
                        + " where agency_id = $1 and job_id = $2 and n > $3 order by n limit $4")
                .execute(Tuple.of(owner.value(), job, after, limit))
                .map(rows ->
                    ZoneRows.list(
                        rows,
                        row ->
                            new NumberedIssue(
                                row.getInteger(0),
                                new Issue(
                                    row.getString(1),
                                    row.getString(2),
                                    Severity.valueOf(row.getString(3)),
                                    row.getString(4))))));
  }

  /** A zone that cannot be used, as it is kept. */
  public record Quarantined(
      UUID id, Optional<UUID> set, UUID job, Instant foundAt, QuarantinedZone zone) {}

  /** Lists what cannot be used, the oldest first. */
  public Uni<List<Quarantined>> listQuarantined(AgencyId owner, Cursor after, int limit) {
    return quarantined(
        owner,
        "(found_at, quarantine_id) > ($2, $3) order by found_at, quarantine_id limit $4",
        Tuple.of(owner.value(), ZoneRows.utc(after.at()), after.id(), limit));
  }

  /** Finds one zone that cannot be used. */
  public Uni<Optional<Quarantined>> findQuarantined(AgencyId owner, UUID id) {
    return quarantined(owner, "quarantine_id = $2", Tuple.of(owner.value(), id))
        .map(found -> found.stream().findFirst());
  }

  private Uni<List<Quarantined>> quarantined(AgencyId owner, String which, Tuple parameters) {
    return database.inAgency(
        owner,
        connection ->
            connection
                .preparedQuery("select * from zone_quarantine where agency_id = $1 and " + which)
                .execute(parameters)
                .map(rows ->
                    ZoneRows.list(
                        rows,
                        row ->
                            new Quarantined(
                                row.getUUID("quarantine_id"),
                                Optional.ofNullable(row.getUUID("set_id")),
                                row.getUUID("job_id"),
                                ZoneRows.time(row, "found_at"),
                                quarantinedZone(row)))));
  }

  private QuarantinedZone quarantinedZone(Row row) {
    try {
      return new QuarantinedZone(
          row.getString("path"),
          new ZoneKey("", row.getString("country"), row.getString("identifier"), 0),
          row.getString("name"),
          List.copyOf(json.readerForListOf(Issue.class).readValue(row.getString("reasons"))),
          row.getString("raw"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored reasons do not read", e);
    }
  }

  private static ImportJob job(Row row) {
    Integer read = row.getInteger("read");
    return new ImportJob(
        row.getUUID("job_id"),
        Optional.ofNullable(row.getUUID("set_id")),
        Optional.ofNullable(row.getString("source")),
        ZoneFormat.find(row.getString("format")).orElseThrow(),
        row.getBoolean("dry_run"),
        row.getString("override"),
        ImportState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("reason"),
        row.getInteger("edition"),
        read == null
            ? null
            : new ImportJob.Counts(
                read,
                row.getInteger("added"),
                row.getInteger("removed"),
                row.getInteger("changed"),
                row.getInteger("unchanged"),
                row.getInteger("refused")),
        row.getString("differences"),
        ZoneRows.time(row, "created_at"),
        row.getString("created_by"),
        ZoneRows.findTime(row, "finished_at"));
  }
}
