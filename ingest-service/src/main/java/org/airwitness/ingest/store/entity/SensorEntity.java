package org.airwitness.ingest.store.entity;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A registered sensor. */
@Entity
@Table(name = "sensor")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class SensorEntity extends PanacheEntityBase {
  @EmbeddedId
  @AttributeOverride(name = "id", column = @Column(name = "id"))
  public SensorId key;

  public String name;
  public String format;

  @Column(name = "lat_deg")
  public @Nullable Double latDeg;

  @Column(name = "lon_deg")
  public @Nullable Double lonDeg;

  @Column(name = "altitude_m")
  public @Nullable Double altitudeM;

  public boolean shared;

  /** Whether it may sign in. */
  public boolean enabled = true;

  /** Whose device it is, in words. */
  public @Nullable String owner;

  /** JSON object: type, gain, height and direction. */
  @JdbcTypeCode(SqlTypes.JSON)
  public @Nullable String antenna;

  /** How far it should hear, as its owner declares. */
  @Column(name = "range_m")
  public @Nullable Double rangeM;

  @Column(name = "created_at", updatable = false)
  public Instant createdAt;
}
