package org.airwitness.alert.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.airwitness.alert.core.webhook.Dispatch;
import org.airwitness.alert.core.webhook.Outcome;
import org.airwitness.alert.core.webhook.Settlement;
import org.airwitness.alert.core.webhook.WebhookSecret;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;

/**
 * Deliveries that wait for their next attempt. An attempt is claimed by a lease that is committed
 * before the call; when nobody reports how it ended, the lease runs out and the delivery is due
 * again.
 *
 * <p>Receivers take turns: each gets at most {@value #PER_SUBSCRIPTION} attempts at a time and each
 * agency at most {@value #PER_AGENCY}, counted over all instances, which claim one after the other.
 */
@ApplicationScoped
public class DeliveryOutbox {
  static final int PER_SUBSCRIPTION = 4;
  static final int PER_AGENCY = 16;

  /** Longer than an attempt can take. */
  static final Duration LEASE = Duration.ofSeconds(30);

  /** Key of the advisory lock ("alertdlv" in ASCII). */
  private static final long LOCK = 0x616c657274646c76L;

  /** A lost lease costs nothing, so that its commit need not wait for the disk. */
  private static final String ENTER =
      """
      select set_config('app.drainer', 'on', true), set_config('synchronous_commit', 'off', true),
        pg_advisory_xact_lock($1)
      """;

  private static final String CLAIM =
      """
      with recursive receiver as (
        (select agency_id, subscription_id from delivery_outbox
          order by agency_id, subscription_id limit 1)
        union all
        select n.agency_id, n.subscription_id from receiver r cross join lateral (
          select o.agency_id, o.subscription_id from delivery_outbox o
          where (o.agency_id, o.subscription_id) > (r.agency_id, r.subscription_id)
          order by o.agency_id, o.subscription_id limit 1) n),
      busy as materialized (
        select agency_id, subscription_id, count(*) as n from delivery_outbox
        where leased and due_at > $1 group by agency_id, subscription_id),
      due as materialized (
        select o.agency_id, o.delivery_id, o.due_at from receiver r
        left join busy b using (agency_id, subscription_id)
        cross join lateral (
          select d.agency_id, d.delivery_id, d.due_at from delivery_outbox d
          where d.agency_id = r.agency_id and d.subscription_id = r.subscription_id
            and d.due_at <= $1
          order by d.due_at limit greatest($2 - coalesce(b.n, 0), 0)
          for update skip locked) o),
      ranked as (
        select due.*, row_number() over (partition by agency_id order by due_at)
          + coalesce((select sum(n) from busy b where b.agency_id = due.agency_id), 0) as nth
        from due),
      claim as materialized (
        select agency_id, delivery_id from ranked where nth <= $3 order by due_at limit $4)
      update delivery_outbox o set attempts = attempts + 1, leased = true, due_at = $5
      from claim c where o.agency_id = c.agency_id and o.delivery_id = c.delivery_id
      returning o.agency_id, o.delivery_id, o.attempts
      """;

  private static final String LOAD =
      """
      select d.id, d.subscription_id, s.url, s.secret, d.body, d.traceparent
      from delivery d join subscription s
        on s.agency_id = d.agency_id and s.id = d.subscription_id
      where d.agency_id = $1 and d.id = any($2) order by d.created_at
      """;

  private final AgencyDatabase database;
  private final DeliveryLedger ledger;

  DeliveryOutbox(AgencyDatabase database, DeliveryLedger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /** Claims the next attempts of all agencies, at most {@code limit}. */
  public Uni<List<Dispatch>> claim(Instant now, int limit) {
    return database.inTransaction(connection ->
        connection
            .preparedQuery(ENTER)
            .execute(Tuple.of(LOCK))
            .chain(() -> connection.preparedQuery(CLAIM).execute(claimParameters(now, limit)))
            .map(DeliveryOutbox::attemptsByAgency)
            .chain(attempts -> load(connection, attempts)));
  }

  /**
   * Writes down how an attempt ended and what follows.
   *
   * @param now when it ended
   */
  public Uni<Void> settle(Dispatch dispatch, Outcome outcome, Settlement settlement, Instant now) {
    return database.inAgency(
        dispatch.agency(),
        connection -> ledger.write(connection, dispatch, outcome, settlement, now));
  }

  private static Tuple claimParameters(Instant now, int limit) {
    return Tuple.of(
        AlertRows.utc(now), PER_SUBSCRIPTION, PER_AGENCY, limit, AlertRows.utc(now.plus(LEASE)));
  }

  private static Map<AgencyId, Map<UUID, Integer>> attemptsByAgency(RowSet<Row> rows) {
    Map<AgencyId, Map<UUID, Integer>> attempts = new HashMap<>();
    for (Row row : rows) {
      attempts
          .computeIfAbsent(new AgencyId(row.getString(0)), agency -> new HashMap<>())
          .put(row.getUUID(1), row.getInteger(2));
    }
    return attempts;
  }

  private static Uni<List<Dispatch>> load(
      SqlConnection connection, Map<AgencyId, Map<UUID, Integer>> attempts) {
    return Multi.createFrom()
        .iterable(attempts.entrySet())
        .onItem()
        .transformToUniAndConcatenate(entry -> load(connection, entry.getKey(), entry.getValue()))
        .onItem()
        .<Dispatch>disjoint()
        .collect()
        .asList();
  }

  private static Uni<List<Dispatch>> load(
      SqlConnection connection, AgencyId agency, Map<UUID, Integer> attempts) {
    return AgencyDatabase.enter(connection, agency)
        .chain(() ->
            connection
                .preparedQuery(LOAD)
                .execute(Tuple.of(agency.value(), attempts.keySet().toArray(UUID[]::new))))
        .map(rows -> {
          List<Dispatch> dispatches = new ArrayList<>();
          for (Row row : rows) {
            dispatches.add(dispatch(agency, row, attempts));
          }
          return dispatches;
        });
  }

  private static Dispatch dispatch(AgencyId agency, Row row, Map<UUID, Integer> attempts) {
    UUID id = row.getUUID(0);
    return new Dispatch(
        agency,
        id,
        row.getUUID(1),
        row.getString(2),
        WebhookSecret.ofBytes(row.getBuffer(3).getBytes()),
        row.getString(4),
        attempts.getOrDefault(id, 1),
        row.getString(5));
  }
}
