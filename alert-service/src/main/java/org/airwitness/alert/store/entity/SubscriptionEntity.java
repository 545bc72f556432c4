package org.airwitness.alert.store.entity;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Table {@code subscription}. */
@Entity
@Table(name = "subscription")
@NullUnmarked
public class SubscriptionEntity extends PanacheEntityBase {
  @Id public UUID id;

  @Column(name = "agency_id")
  public String agencyId;

  public String type;
  public String url;
  public byte[] secret;
  public String[] events;
  public String state;

  @Column(name = "created_at")
  public Instant createdAt;
}
