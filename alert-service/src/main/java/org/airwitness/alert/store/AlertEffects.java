package org.airwitness.alert.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.airwitness.alert.core.Alert;
import org.airwitness.alert.core.AlertChange;
import org.airwitness.alert.core.AlertEvent;
import org.airwitness.alert.core.AlertNotice;
import org.airwitness.alert.core.AlertRecord;
import org.airwitness.contract.DeterministicId;
import org.airwitness.platform.agency.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * Everything a change of alerts leaves in the database, within the caller's transaction and agency.
 */
@ApplicationScoped
class AlertEffects {
  private static final String INSERT_CHANGES =
      """
      with change as (
        insert into alert_change (agency_id, alert_id, sequence, record, traceparent)
        select $1, * from unnest($2::uuid[], $3::bigint[], $4::bytea[], $5::text[])
        on conflict do nothing
        returning agency_id, alert_id, sequence)
      insert into change_outbox (agency_id, alert_id, sequence)
      select agency_id, alert_id, sequence from change order by sequence
      """;

  /** Shared lock: a subscription cannot be disabled or deleted before the deliveries are there. */
  private static final String ACTIVE_SUBSCRIPTIONS =
      "select id, events from subscription where agency_id = $1 and state = 'active' for share";

  private static final String INSERT_DELIVERIES =
      """
      with d as (
        insert into delivery (agency_id, id, subscription_id, alert_id, event, body, state,
          next_attempt_at, created_at, traceparent)
        select $1, u.id, u.subscription_id, u.alert_id, u.event, u.body, 'pending', $2, $2,
          u.traceparent
        from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[])
          as u(id, subscription_id, alert_id, event, body, traceparent)
        on conflict do nothing
        returning agency_id, id, subscription_id)
      insert into delivery_outbox (agency_id, delivery_id, subscription_id, due_at)
      select agency_id, id, subscription_id, $2 from d
      """;

  private final AlertRecord record;
  private final AlertNotice notice;

  AlertEffects(AlertRecord record, AlertNotice notice) {
    this.record = record;
    this.notice = notice;
  }

  private record Subscriber(UUID id, Set<String> events) {}

  private record NewDelivery(
      UUID id,
      UUID subscriptionId,
      UUID alertId,
      AlertEvent event,
      String body,
      @Nullable String traceparent) {}

  /**
   * Stores changes and what follows from them.
   *
   * @param traceparents of the alerts whose change is in a trace, by id
   */
  Uni<Void> store(
      SqlConnection connection,
      AgencyId agency,
      List<AlertChange> changes,
      Map<UUID, String> traceparents,
      Instant now) {
    if (changes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<AlertChange> told = changes.stream().filter(change -> change.event() != null).toList();
    return connection
        .preparedQuery(AlertRows.UPSERT)
        .execute(AlertRows.parameters(agency, newest(changes)))
        .chain(() -> insertChanges(connection, agency, changes, traceparents))
        .chain(() ->
            told.isEmpty()
                ? Uni.createFrom().voidItem()
                : insertDeliveries(connection, agency, told, traceparents, now));
  }

  private static List<Alert> newest(List<AlertChange> changes) {
    Map<UUID, Alert> newest = new LinkedHashMap<>();
    changes.forEach(change -> newest.put(change.alert().id(), change.alert()));
    return List.copyOf(newest.values());
  }

  private Uni<Void> insertChanges(
      SqlConnection connection,
      AgencyId agency,
      List<AlertChange> changes,
      Map<UUID, String> traceparents) {
    var columns = new AlertRows.Columns<>(changes);
    return connection
        .preparedQuery(INSERT_CHANGES)
        .execute(
            Tuple.of(
                agency.value(),
                columns.of(change -> change.alert().id(), UUID[]::new),
                columns.of(change -> change.alert().sequence(), Long[]::new),
                columns.of(
                    change -> Buffer.buffer(record.encode(agency, change.alert())), Buffer[]::new),
                columns.text(change -> traceparents.get(change.alert().id()))))
        .replaceWithVoid();
  }

  private Uni<Void> insertDeliveries(
      SqlConnection connection,
      AgencyId agency,
      List<AlertChange> told,
      Map<UUID, String> traceparents,
      Instant now) {
    return connection
        .preparedQuery(ACTIVE_SUBSCRIPTIONS)
        .execute(Tuple.of(agency.value()))
        .map(rows -> deliveries(told, traceparents, rows))
        .chain(deliveries ->
            deliveries.isEmpty()
                ? Uni.createFrom().voidItem()
                : insert(connection, agency, deliveries, now));
  }

  private List<NewDelivery> deliveries(
      List<AlertChange> told, Map<UUID, String> traceparents, Iterable<Row> subscriptions) {
    List<NewDelivery> deliveries = new ArrayList<>();
    for (Row row : subscriptions) {
      var subscriber = new Subscriber(row.getUUID(0), Set.of(row.getArrayOfStrings(1)));
      for (AlertChange change : told) {
        AlertEvent event = change.event();
        if (event != null && subscriber.events().contains(event.wireName())) {
          String traceparent = traceparents.get(change.alert().id());
          deliveries.add(delivery(subscriber, change.alert(), event, traceparent));
        }
      }
    }
    return deliveries;
  }

  private NewDelivery delivery(
      Subscriber subscriber, Alert alert, AlertEvent event, @Nullable String traceparent) {
    UUID id =
        DeterministicId.of("delivery")
            .with(subscriber.id())
            .with(alert.id())
            .with(event.wireName())
            .toUuid();
    String body = notice.body(alert, event);
    return new NewDelivery(id, subscriber.id(), alert.id(), event, body, traceparent);
  }

  private static Uni<Void> insert(
      SqlConnection connection, AgencyId agency, List<NewDelivery> deliveries, Instant now) {
    var columns = new AlertRows.Columns<>(deliveries);
    return connection
        .preparedQuery(INSERT_DELIVERIES)
        .execute(
            Tuple.tuple()
                .addString(agency.value())
                .addOffsetDateTime(AlertRows.utc(now))
                .addArrayOfUUID(columns.of(NewDelivery::id, UUID[]::new))
                .addArrayOfUUID(columns.of(NewDelivery::subscriptionId, UUID[]::new))
                .addArrayOfUUID(columns.of(NewDelivery::alertId, UUID[]::new))
                .addArrayOfString(columns.text(delivery -> delivery.event().wireName()))
                .addArrayOfString(columns.text(NewDelivery::body))
                .addArrayOfString(columns.text(NewDelivery::traceparent)))
        .replaceWithVoid();
  }
}
