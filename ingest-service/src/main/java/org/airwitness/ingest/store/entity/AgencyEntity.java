package org.airwitness.ingest.store.entity;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An agency; platform data. */
@Entity
@Table(name = "agency")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class AgencyEntity extends PanacheEntityBase {
  @Id public String id;

  public String name;

  /** GeoJSON Polygon or MultiPolygon. */
  public @Nullable String region;

  /** Granted by the platform's administrator instead of the deployment's limit. */
  @Column(name = "sensor_messages_per_second")
  public @Nullable Integer sensorMessagesPerSecond;

  @Column(name = "agency_messages_per_second")
  public @Nullable Integer agencyMessagesPerSecond;

  @Column(name = "created_at", updatable = false)
  public Instant createdAt;
}
