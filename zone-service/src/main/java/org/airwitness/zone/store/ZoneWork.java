package org.airwitness.zone.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;

/**
 * Work that one instance does at a time. Whoever takes it holds a lease; when it ends without the
 * work being done, somebody else takes it, and the first can no longer report.
 */
@ApplicationScoped
public class ZoneWork {
  /** How long an instance may be silent about what it does. */
  public static final Duration LEASE = Duration.ofMinutes(2);

  private static final String CLAIM =
      """
      with due as materialized (
        select agency_id, work_id from zone_work where kind = $2 and due_at <= now()
        order by due_at limit 1 for update skip locked)
      update zone_work w set attempts = w.attempts + 1, due_at = now() + $1 * interval '1 second'
      from due where w.agency_id = due.agency_id and w.work_id = due.work_id
      returning w.agency_id, w.work_id, w.attempts
      """;

  /** What is to be done. */
  public enum Kind {
    /** An import; the id of the work is that of the job. */
    IMPORT,
    /** A set is to be fetched; the id of the work is that of the set. */
    FETCH;

    private String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final AgencyDatabase database;

  ZoneWork(AgencyDatabase database) {
    this.database = database;
  }

  /**
   * Work that is held.
   *
   * @param attempt how often it was taken, this time included
   */
  public record Held(AgencyId owner, UUID id, int attempt) {}

  /** Another instance has taken the work over. */
  public static final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LeaseLostException() {
      super("another instance has taken this work over", null, false, false);
    }
  }

  /** Takes what has been due for longest. */
  public Uni<Optional<Held>> claim(Kind kind) {
    return database.inTransaction(connection ->
        connection
            .query("select set_config('app.drainer', 'on', true)")
            .execute()
            .chain(() ->
                connection.preparedQuery(CLAIM).execute(Tuple.of(LEASE.toSeconds(), kind.label())))
            .map(rows ->
                ZoneRows.first(
                    rows,
                    row ->
                        new Held(
                            new AgencyId(row.getString(0)), row.getUUID(1), row.getInteger(2)))));
  }

  /** Puts work in, due after a while; nothing happens when it is there already. */
  static Uni<Void> add(
      SqlConnection connection, AgencyId owner, UUID id, Duration after, int attempts) {
    return connection
        .preparedQuery(
            "insert into zone_work (agency_id, work_id, due_at, attempts)"
                + " values ($1, $2, now() + $3 * interval '1 second', $4)"
                + " on conflict do nothing")
        .execute(Tuple.of(owner.value(), id, after.toSeconds(), attempts))
        .replaceWithVoid();
  }

  /** Puts a fetch of a set in, due at once; one that is there already begins anew. */
  static Uni<Void> addFetch(SqlConnection connection, AgencyId owner, UUID set) {
    return connection
        .preparedQuery(
            "insert into zone_work (agency_id, work_id, due_at, kind) values ($1, $2, now(), $3)"
                + " on conflict (agency_id, work_id)"
                + " do update set due_at = now(), attempts = zone_work.attempts + 1")
        .execute(Tuple.of(owner.value(), set, Kind.FETCH.label()))
        .replaceWithVoid();
  }

  /** Lets held work rest until it is due again; fails with {@link LeaseLostException}. */
  static Uni<Void> rest(SqlConnection connection, Held held, Duration pause) {
    return requireHeld(
        connection
            .preparedQuery(
                "update zone_work set due_at = now() + $4 * interval '1 second', attempts = 0"
                    + " where agency_id = $1 and work_id = $2 and attempts = $3")
            .execute(Tuple.of(held.owner().value(), held.id(), held.attempt(), pause.toSeconds())));
  }

  /** Holds work for longer, or until then; fails with {@link LeaseLostException}. */
  static Uni<Void> renew(SqlConnection connection, Held held, Duration after) {
    return requireHeld(
        connection
            .preparedQuery(
                "update zone_work set due_at = now() + $4 * interval '1 second'"
                    + " where agency_id = $1 and work_id = $2 and attempts = $3")
            .execute(Tuple.of(held.owner().value(), held.id(), held.attempt(), after.toSeconds())));
  }

  /** Takes work that is done away; fails with {@link LeaseLostException}. */
  static Uni<Void> done(SqlConnection connection, Held held) {
    return requireHeld(
        connection
            .preparedQuery(
                "delete from zone_work where agency_id = $1 and work_id = $2 and attempts = $3")
            .execute(Tuple.of(held.owner().value(), held.id(), held.attempt())));
  }

  private static <R> Uni<Void> requireHeld(Uni<io.vertx.mutiny.sqlclient.RowSet<R>> change) {
    return change
        .invoke(rows -> {
          if (rows.rowCount() == 0) {
            throw new LeaseLostException();
          }
        })
        .replaceWithVoid();
  }
}
