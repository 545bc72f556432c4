package org.airwitness.zone.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.zone.core.ZoneDraft;

/** Row of table {@code zone}. */
@Entity
@Table(name = "zone")
@IdClass(ZoneEntity.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields of what it reads.
class ZoneEntity extends PanacheEntityBase {
  /** Agency first, as in every key. */
  record Key(String agencyId, UUID zoneId) {}

  @Id
  @Column(name = "agency_id")
  String agencyId;

  @Id
  @Column(name = "zone_id")
  UUID zoneId;

  String format;
  String identifier;
  String country;
  String name;
  String restriction;

  @Column(name = "content_hash")
  String contentHash;

  String raw;
  String feature;

  @Column(name = "min_lon")
  double minLonDeg;

  @Column(name = "min_lat")
  double minLatDeg;

  @Column(name = "max_lon")
  double maxLonDeg;

  @Column(name = "max_lat")
  double maxLatDeg;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  String createdBy;

  static ZoneEntity of(AgencyId agency, ZoneDraft draft, String createdBy) {
    ZoneEntity row = new ZoneEntity();
    row.agencyId = agency.value();
    row.zoneId = draft.id();
    row.fill(draft, createdBy);
    return row;
  }

  void fill(ZoneDraft draft, String by) {
    format = draft.format().label();
    identifier = storable(draft.zone().key().identifier());
    country = storable(draft.zone().key().country());
    name = storable(draft.zone().name());
    restriction = draft.zone().restriction().name();
    contentHash = draft.contentHash();
    raw = draft.stored();
    feature = draft.feature();
    minLonDeg = draft.extent().minLonDeg();
    minLatDeg = draft.extent().minLatDeg();
    maxLonDeg = draft.extent().maxLonDeg();
    maxLatDeg = draft.extent().maxLatDeg();
    createdAt = draft.createdAt();
    createdBy = by;
  }

  /** PostgreSQL's text takes every character but NUL, which JSON text has only escaped. */
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }

  StoredZone toStored() {
    return new StoredZone(zoneId, createdAt, feature);
  }
}
