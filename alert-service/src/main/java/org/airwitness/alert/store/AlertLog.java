package org.airwitness.alert.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.airwitness.alert.core.Acknowledgement;
import org.airwitness.alert.core.Alert;
import org.airwitness.alert.core.AlertChange;
import org.airwitness.alert.core.AlertRules;
import org.airwitness.alert.core.AlertRules.Decision;
import org.airwitness.alert.core.ZoneEvent;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.platform.store.BusPositions;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of alerts. A change of an alert, the record that tells the bus, the deliveries
 * that tell the subscribers and how far the bus was read become true in one transaction, or none of
 * them.
 */
@ApplicationScoped
public class AlertLog {
  private final AgencyDatabase database;
  private final BusPositions positions;
  private final AlertRules rules;
  private final AlertEffects effects;
  private final InstantSource clock;
  private final Event<AlertsCommitted> committed;

  AlertLog(
      AgencyDatabase database,
      BusPositions positions,
      AlertRules rules,
      AlertEffects effects,
      InstantSource clock,
      Event<AlertsCommitted> committed) {
    this.database = database;
    this.positions = positions;
    this.rules = rules;
    this.effects = effects;
    this.clock = clock;
    this.committed = committed;
  }

  /**
   * Applies a batch of zone events and remembers that it was read.
   *
   * @param traceparents of the events that are in a trace
   * @return what was decided for each agency
   */
  public Uni<List<Decision>> apply(
      Map<AgencyId, List<ZoneEvent>> events,
      BusPositions.Progress progress,
      Map<ZoneEvent, String> traceparents) {
    Instant now = now();
    return database
        .inTransaction(connection ->
            Multi.createFrom()
                .iterable(events.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                    entry -> apply(connection, entry.getKey(), entry.getValue(), traceparents, now))
                .collect()
                .asList()
                .call(() -> positions.advance(connection, progress)))
        .invoke(this::announce);
  }

  private void announce(List<Decision> decisions) {
    List<AlertChange> changes =
        decisions.stream().flatMap(decision -> decision.changes().stream()).toList();
    if (!changes.isEmpty()) {
      boolean notices = changes.stream().anyMatch(change -> change.event() != null);
      committed.fire(new AlertsCommitted(notices));
    }
  }

  private Uni<Decision> apply(
      SqlConnection connection,
      AgencyId agency,
      List<ZoneEvent> events,
      Map<ZoneEvent, String> traceparents,
      Instant now) {
    return AgencyDatabase.enter(connection, agency)
        .chain(() -> load(connection, agency, rules.alertIds(events)))
        .map(stored -> rules.decide(stored, events, now))
        .call(decision ->
            effects.store(
                connection, agency, decision.changes(), ofAlerts(events, traceparents), now));
  }

  /** The traces by alert; where several events of a batch are about one, the first counts. */
  private Map<UUID, String> ofAlerts(List<ZoneEvent> events, Map<ZoneEvent, String> traceparents) {
    Map<UUID, String> ofAlerts = new HashMap<>();
    for (ZoneEvent event : events) {
      String traceparent = traceparents.get(event);
      if (traceparent != null) {
        rules.alertIds(List.of(event)).forEach(id -> ofAlerts.putIfAbsent(id, traceparent));
      }
    }
    return ofAlerts;
  }

  /**
   * Records that somebody has taken notice of an alert.
   *
   * @return the alert afterwards, empty when the agency has none with this id
   * @throws AlertRules.AlreadyResolvedException (as failure) when it has ended
   */
  public Uni<Optional<Alert>> acknowledge(
      AgencyId agency, UUID id, String by, @Nullable String note) {
    Instant now = now();
    return database
        .inAgency(
            agency,
            connection ->
                load(connection, agency, List.of(id))
                    .chain(stored -> {
                      Alert alert = stored.get(id);
                      return alert == null
                          ? Uni.createFrom().item(Optional.<Alert>empty())
                          : acknowledge(connection, agency, alert, by, note, now);
                    }))
        .invoke(() -> committed.fire(new AlertsCommitted(true)));
  }

  private Uni<Optional<Alert>> acknowledge(
      SqlConnection connection,
      AgencyId agency,
      Alert alert,
      String by,
      @Nullable String note,
      Instant now) {
    AlertChange change = rules.acknowledge(alert, new Acknowledgement(now, by, note));
    return change == null
        ? Uni.createFrom().item(Optional.of(alert))
        : effects
            .store(connection, agency, List.of(change), Map.of(), now)
            .replaceWith(Optional.of(change.alert()));
  }

  private static Uni<Map<UUID, Alert>> load(
      SqlConnection connection, AgencyId agency, Collection<UUID> ids) {
    return connection
        .preparedQuery(AlertRows.SELECT_FOR_UPDATE)
        .execute(Tuple.of(agency.value(), ids.toArray(UUID[]::new)))
        .map(rows -> byId(rows, AlertRows::alert));
  }

  private static Map<UUID, Alert> byId(RowSet<Row> rows, Function<Row, Alert> mapping) {
    Map<UUID, Alert> alerts = new LinkedHashMap<>();
    for (Row row : rows) {
      Alert alert = mapping.apply(row);
      alerts.put(alert.id(), alert);
    }
    return alerts;
  }

  /** As fine as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
