package org.airwitness.alert.store.entity;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Table {@code delivery} for reading, without the body. */
@Entity
@Immutable
@Table(name = "delivery")
@NullUnmarked
public class DeliveryEntity extends PanacheEntityBase {
  @Id public UUID id;

  @Column(name = "agency_id")
  public String agencyId;

  @Column(name = "subscription_id")
  public UUID subscriptionId;

  @Column(name = "alert_id")
  public UUID alertId;

  public String event;
  public String state;
  public int attempts;

  @Column(name = "last_attempt_at")
  public @Nullable Instant lastAttemptAt;

  @Column(name = "last_status")
  public @Nullable Integer lastStatus;

  @Column(name = "last_error")
  public @Nullable String lastError;

  @Column(name = "next_attempt_at")
  public @Nullable Instant nextAttemptAt;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "delivered_at")
  public @Nullable Instant deliveredAt;
}
