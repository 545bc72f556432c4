package org.airwitness.ingest.store.entity;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The password of a sensor, salted and hashed. */
@Entity
@Table(name = "credential")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class CredentialEntity extends PanacheEntityBase {
  @EmbeddedId public SensorId key;

  /** Another one with each rotation: connections know by it which password they came with. */
  public UUID id;

  public byte[] salt;
  public byte[] hash;

  /** Ed25519 public key (SubjectPublicKeyInfo) that verifies the sensor's tokens. */
  @Column(name = "token_key")
  public byte @Nullable [] tokenKey;

  /** SHA-256 of the sensor's certificate. */
  @Column(name = "certificate_sha256")
  public byte @Nullable [] certificateSha256;

  @Column(name = "created_at")
  public Instant createdAt;
}
