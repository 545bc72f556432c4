package org.airwitness.alert.store.entity;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.airwitness.alert.core.Acknowledgement;
import org.airwitness.alert.core.Alert;
import org.airwitness.alert.core.Drone;
import org.airwitness.alert.core.DroneIdType;
import org.airwitness.alert.core.Fix;
import org.airwitness.alert.core.Position;
import org.airwitness.alert.core.Resolution;
import org.airwitness.alert.core.ResolveReason;
import org.airwitness.alert.core.Restriction;
import org.airwitness.alert.core.Severity;
import org.airwitness.alert.core.VerticalVerdict;
import org.airwitness.alert.core.Zone;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Table {@code alert} for reading. */
@Entity
@Immutable
@Table(name = "alert")
@NullUnmarked
public class AlertEntity extends PanacheEntityBase {
  @Id public UUID id;

  @Column(name = "agency_id")
  public String agencyId;

  public long sequence;
  public String rule;
  public String state;
  public String severity;

  @Column(name = "track_id")
  public UUID trackId;

  @Column(name = "drone_id")
  public String droneId;

  @Column(name = "drone_id_type")
  public String droneIdType;

  @Column(name = "uas_id")
  public String uasId;

  @Column(name = "zone_id")
  public UUID zoneId;

  @Column(name = "zone_name")
  public String zoneName;

  public String restriction;

  @Column(name = "vertical_verdict")
  public String verticalVerdict;

  @Column(name = "raised_at")
  public Instant raisedAt;

  @Column(name = "lat_deg")
  public double latDeg;

  @Column(name = "lon_deg")
  public double lonDeg;

  @Column(name = "observed_at")
  public Instant observedAt;

  @Column(name = "last_lat_deg")
  public double lastLatDeg;

  @Column(name = "last_lon_deg")
  public double lastLonDeg;

  @Column(name = "last_observed_at")
  public Instant lastObservedAt;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "updated_at")
  public Instant updatedAt;

  @Column(name = "acknowledged_at")
  public @Nullable Instant acknowledgedAt;

  @Column(name = "acknowledged_by")
  public @Nullable String acknowledgedBy;

  @Column(name = "acknowledge_note")
  public @Nullable String acknowledgeNote;

  @Column(name = "resolved_at")
  public @Nullable Instant resolvedAt;

  @Column(name = "resolve_reason")
  public @Nullable String resolveReason;

  /** Returns the row as what it means. */
  public Alert toAlert() {
    return new Alert(
        id,
        sequence,
        rule,
        Severity.valueOf(severity.toUpperCase(Locale.ROOT)),
        trackId,
        new Drone(droneId, DroneIdType.valueOf(droneIdType), uasId),
        new Zone(zoneId, zoneName, Restriction.valueOf(restriction)),
        VerticalVerdict.valueOf(verticalVerdict),
        raisedAt,
        new Fix(new Position(latDeg, lonDeg), observedAt),
        new Fix(new Position(lastLatDeg, lastLonDeg), lastObservedAt),
        createdAt,
        updatedAt,
        acknowledgedAt == null
            ? null
            : new Acknowledgement(acknowledgedAt, acknowledgedBy, acknowledgeNote),
        resolvedAt == null
            ? null
            : new Resolution(resolvedAt, ResolveReason.valueOf(resolveReason)));
  }
}
