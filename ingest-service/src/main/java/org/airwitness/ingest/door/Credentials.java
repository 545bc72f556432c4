package org.airwitness.ingest.door;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody presents to sign in.
 *
 * @param password may be a token
 * @param certificate that the TLS handshake proved the key of
 */
public record Credentials(
    @Nullable String username, @Nullable String password, @Nullable Certificate certificate) {

  /**
   * A client certificate.
   *
   * @param name its subject's common name
   * @param sha256 of its DER form
   * @param validUntil end of its validity
   */
  @SuppressWarnings("ArrayRecordComponent") // passed once, never compared
  public record Certificate(@Nullable String name, byte[] sha256, Instant validUntil) {}

  /** Hides the password. */
  @Override
  public String toString() {
    return "Credentials[" + username + "]";
  }
}
