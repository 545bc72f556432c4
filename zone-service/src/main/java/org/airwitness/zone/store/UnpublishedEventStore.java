package org.airwitness.zone.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;

/**
 * Events that cannot be decided again after a crash, from when they are decided until they are
 * published: a clock or a change of zones brought them about, not a record of the bus.
 */
@ApplicationScoped
public class UnpublishedEventStore {
  private final AgencyDatabase database;
  private final PresenceStore presences;

  UnpublishedEventStore(AgencyDatabase database, PresenceStore presences) {
    this.database = database;
    this.presences = presences;
  }

  /** Stores events of an agency with the presences they changed; one that is stored stays. */
  public Uni<Void> save(
      AgencyId agency, Collection<PresenceRow> rows, List<UnpublishedEvent> events) {
    UUID[] ids = events.stream().map(UnpublishedEvent::eventId).toArray(UUID[]::new);
    Buffer[] bytes =
        events.stream().map(event -> Buffer.buffer(event.event())).toArray(Buffer[]::new);
    return database.inAgency(
        agency,
        connection ->
            presences
                .save(connection, agency, rows)
                .chain(() ->
                    connection
                        .preparedQuery(
                            "insert into unpublished_event (agency_id, event_id, event)"
                                + " select $1, n.id, n.event from unnest($2::uuid[], $3::bytea[])"
                                + " with ordinality as n(id, event, number) order by n.number"
                                + " on conflict do nothing")
                        .execute(
                            Tuple.tuple().addString(agency.value()).addValue(ids).addValue(bytes)))
                .replaceWithVoid());
  }

  /** Loads the events of an agency in the order in which they were decided. */
  public Uni<List<UnpublishedEvent>> load(AgencyId agency) {
    return database.inAgency(
        agency,
        connection ->
            connection
                .preparedQuery(
                    "select event_id, event from unpublished_event where agency_id = $1"
                        + " order by number")
                .execute(Tuple.of(agency.value()))
                .map(rows -> {
                  List<UnpublishedEvent> events = new ArrayList<>();
                  rows.forEach(row ->
                      events.add(
                          new UnpublishedEvent(row.getUUID(0), row.getBuffer(1).getBytes())));
                  return events;
                }));
  }

  /** Removes events that are published. */
  public Uni<Void> remove(AgencyId agency, List<UnpublishedEvent> events) {
    UUID[] ids = events.stream().map(UnpublishedEvent::eventId).toArray(UUID[]::new);
    return database.inAgency(
        agency,
        connection ->
            connection
                .preparedQuery(
                    "delete from unpublished_event where agency_id = $1 and event_id = any($2)")
                .execute(Tuple.tuple().addString(agency.value()).addValue(ids))
                .replaceWithVoid());
  }
}
