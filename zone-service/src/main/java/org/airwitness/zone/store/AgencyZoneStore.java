package org.airwitness.zone.store;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.store.AgencySession;
import org.airwitness.zone.core.Extent;
import org.airwitness.zone.core.ZoneDraft;

/**
 * The zones of one agency in PostgreSQL. Each method is one transaction and must be called on a
 * Vert.x context. A change locks the agency's version first, so that changes follow each other.
 */
public final class AgencyZoneStore {
  /** Zones an agency may have. */
  public static final int MAX_ZONES = 20_000;

  private static final int CHUNK = 500;

  private static final String LOCK =
      "insert into zones_version (agency_id, version, changed_at) values (:agency, 0, clock_timestamp())"
          + " on conflict (agency_id) do update set version = zones_version.version";
  private static final String BUMP =
      "update zones_version set version = version + 1, changed_at = clock_timestamp()"
          + " where agency_id = :agency";
  private static final String HASHES =
      "select zoneId, contentHash from ZoneEntity where agencyId = :agency";
  private static final String PAGE =
      "agencyId = :agency and (createdAt > :at or (createdAt = :at and zoneId > :id))"
          + " and minLatDeg <= :north and maxLatDeg >= :south";
  private static final String LONGITUDES = " and minLonDeg <= :east and maxLonDeg >= :west";
  private static final String LONGITUDES_AROUND = " and (minLonDeg <= :east or maxLonDeg >= :west)";

  private final AgencyId agency;

  AgencyZoneStore(AgencyId agency) {
    this.agency = agency;
  }

  /** Finds a zone. */
  public Uni<Optional<StoredZone>> find(UUID id) {
    return inAgency(() -> row(id)).map(row -> row.map(ZoneEntity::toStored));
  }

  /** Lists zones that touch the box, the oldest first, after the cursor. */
  public Uni<List<StoredZone>> list(Extent box, Cursor after, int limit) {
    String longitudes = box.crossesAntimeridian() ? LONGITUDES_AROUND : LONGITUDES;
    Map<String, Object> parameters =
        Map.of(
            "agency", agency.value(),
            "at", after.at(),
            "id", after.id(),
            "west", box.minLonDeg(),
            "south", box.minLatDeg(),
            "east", box.maxLonDeg(),
            "north", box.maxLatDeg());
    return inAgency(() ->
            ZoneEntity.<ZoneEntity>find(
                    PAGE + longitudes + " order by createdAt, zoneId", parameters)
                .range(0, limit - 1)
                .list())
        .map(rows -> rows.stream().map(ZoneEntity::toStored).toList());
  }

  /**
   * Adds a new zone.
   *
   * @throws TooManyZonesException (as failure) when the agency has as many as it may
   */
  public Uni<Void> add(ZoneDraft draft, String by) {
    return inAgency(() ->
        lock()
            .chain(() -> ZoneEntity.count("agencyId", agency.value()))
            .invoke(zones -> requireRoom(zones + 1))
            .chain(() -> ZoneEntity.of(agency, draft, by).persist())
            .chain(() -> bump()));
  }

  /**
   * Stores the zones of a publication; those of earlier ones that are not in it stay.
   *
   * @throws TooManyZonesException (as failure) when the agency would have more than it may
   */
  public Uni<ImportOutcome> addAll(List<ZoneDraft> drafts, String by) {
    return inAgency(
        () -> lock().chain(() -> knownHashes()).chain(known -> addAll(drafts, known, by)));
  }

  /** Removes a zone; false when there is none with this id. */
  public Uni<Boolean> remove(UUID id) {
    return inAgency(() ->
        lock()
            .chain(() -> row(id))
            .chain(row ->
                row.map(found -> found.delete().chain(() -> bump()).replaceWith(true))
                    .orElseGet(() -> Uni.createFrom().item(false))));
  }

  private Uni<ImportOutcome> addAll(List<ZoneDraft> drafts, Map<UUID, String> known, String by) {
    List<ZoneEntity> added = new ArrayList<>();
    List<ZoneDraft> replaced = new ArrayList<>();
    for (ZoneDraft draft : drafts) {
      String hash = known.get(draft.id());
      if (hash == null) {
        added.add(ZoneEntity.of(agency, draft, by));
      } else if (!hash.equals(draft.contentHash())) {
        replaced.add(draft);
      }
    }
    requireRoom(known.size() + added.size());
    int unchanged = drafts.size() - added.size() - replaced.size();
    var outcome = new ImportOutcome(added.size(), replaced.size(), unchanged);
    return persistAll(added)
        .chain(() -> replaceAll(replaced, by))
        .chain(() -> outcome.changed() ? bump() : Uni.createFrom().voidItem())
        .replaceWith(outcome);
  }

  /** Panache refuses to persist nothing. */
  private static Uni<Void> persistAll(List<ZoneEntity> rows) {
    return rows.isEmpty() ? Uni.createFrom().voidItem() : ZoneEntity.persist(rows);
  }

  private Uni<Void> replaceAll(List<ZoneDraft> drafts, String by) {
    Map<UUID, ZoneDraft> byId =
        drafts.stream().collect(Collectors.toMap(ZoneDraft::id, draft -> draft));
    return Multi.createFrom()
        .iterable(byId.keySet())
        .group()
        .intoLists()
        .of(CHUNK)
        .onItem()
        .transformToUniAndConcatenate(ids ->
            ZoneEntity.<ZoneEntity>list("agencyId = ?1 and zoneId in ?2", agency.value(), ids))
        .onItem()
        .disjoint()
        .onItem()
        .castTo(ZoneEntity.class)
        .invoke(row -> row.fill(Objects.requireNonNull(byId.get(row.zoneId)), by))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Map<UUID, String>> knownHashes() {
    return Panache.getSession()
        .chain(session ->
            session
                .createQuery(HASHES, Object[].class)
                .setParameter("agency", agency.value())
                .getResultList())
        .map(rows -> {
          Map<UUID, String> hashes = new HashMap<>();
          rows.forEach(row -> hashes.put((UUID) row[0], (String) row[1]));
          return hashes;
        });
  }

  private Uni<Optional<ZoneEntity>> row(UUID id) {
    return ZoneEntity.<ZoneEntity>findById(new ZoneEntity.Key(agency.value(), id))
        .map(Optional::ofNullable);
  }

  private static void requireRoom(long zones) {
    if (zones > MAX_ZONES) {
      throw new TooManyZonesException(zones);
    }
  }

  private Uni<Void> lock() {
    return execute(LOCK);
  }

  private Uni<Void> bump() {
    return execute(BUMP);
  }

  private Uni<Void> execute(String sql) {
    return Panache.getSession()
        .chain(session ->
            session.createNativeQuery(sql).setParameter("agency", agency.value()).executeUpdate())
        .replaceWithVoid();
  }

  private <T> Uni<T> inAgency(Supplier<Uni<T>> work) {
    return AgencySession.inAgency(agency, work);
  }
}
