package org.airwitness.alert.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.airwitness.alert.core.webhook.Dispatch;
import org.airwitness.alert.core.webhook.Outcome;
import org.airwitness.alert.core.webhook.Settlement;

/** Results of attempts, as part of a transaction of the delivery's agency. */
@ApplicationScoped
class DeliveryLedger {
  /** What a receiver has once accepted stays delivered, whatever a later attempt met. */
  private static final String END =
      """
      with done as (
        update delivery set state = $3, attempts = $4, last_attempt_at = $5, last_status = $6,
          last_error = $7, next_attempt_at = null,
          delivered_at = case when $3 = 'delivered' then $5::timestamptz end
        where agency_id = $1 and id = $2 and (state = 'pending' or $3 = 'delivered'))
      delete from delivery_outbox where agency_id = $1 and delivery_id = $2
      """;

  /** Leaves alone what somebody else has claimed since, because our lease had run out. */
  private static final String POSTPONE =
      """
      with due as (
        update delivery_outbox set due_at = $3, leased = false
        where agency_id = $1 and delivery_id = $2 and attempts = $4 returning delivery_id)
      update delivery set attempts = $4, last_attempt_at = $5, last_status = $6, last_error = $7,
        next_attempt_at = $3
      where agency_id = $1 and id in (select delivery_id from due)
      """;

  private static final String DISABLE =
      "update subscription set state = 'disabled' where agency_id = $1 and id = $2";

  private static final String ABANDON =
      """
      with rest as (
        delete from delivery_outbox where agency_id = $1 and subscription_id = $2
        returning delivery_id)
      update delivery set state = 'failed', next_attempt_at = null,
        last_error = 'the receiver has ended the subscription (410)'
      where agency_id = $1 and id in (select delivery_id from rest)
      """;

  Uni<Void> write(
      SqlConnection connection,
      Dispatch dispatch,
      Outcome outcome,
      Settlement settlement,
      Instant now) {
    return switch (settlement) {
      case Settlement.Delivered _ -> end(connection, dispatch, outcome, "delivered", now);
      case Settlement.Failed _ -> end(connection, dispatch, outcome, "failed", now);
      case Settlement.Again again ->
          execute(connection, POSTPONE, values(dispatch, again.at(), outcome, now));
      case Settlement.Gone _ ->
          end(connection, dispatch, outcome, "failed", now)
              .chain(() -> execute(connection, DISABLE, subscription(dispatch)))
              .chain(() -> execute(connection, ABANDON, subscription(dispatch)));
    };
  }

  private static Uni<Void> end(
      SqlConnection connection, Dispatch dispatch, Outcome outcome, String state, Instant now) {
    return execute(connection, END, values(dispatch, state, outcome, now));
  }

  private static Tuple values(Dispatch dispatch, Object third, Outcome outcome, Instant now) {
    return Tuple.tuple()
        .addString(dispatch.agency().value())
        .addUUID(dispatch.deliveryId())
        .addValue(third instanceof Instant at ? AlertRows.utc(at) : third)
        .addInteger(dispatch.attempt())
        .addOffsetDateTime(AlertRows.utc(now))
        .addInteger(outcome.status())
        .addString(outcome.error());
  }

  private static Tuple subscription(Dispatch dispatch) {
    return Tuple.of(dispatch.agency().value(), dispatch.subscriptionId());
  }

  private static Uni<Void> execute(SqlConnection connection, String sql, Tuple values) {
    return connection.preparedQuery(sql).execute(values).replaceWithVoid();
  }
}
