package org.airwitness.ingest.core;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.airwitness.remoteid.identity.DroneId;
import org.jspecify.annotations.Nullable;

/**
 * Joins the frames of each transmitter one sensor hears: Bluetooth legacy sends one message per
 * frame and Wi-Fi senders mix packs with and without an identity, so that who, where and whose
 * arrive apart.
 *
 * <p>Transmitters are told apart by transport and address, which an attacker chooses: at most
 * {@value #MAX_TRANSMITTERS} are remembered, the least recently heard is forgotten first. After
 * {@link #TTL} of silence a transmitter is a new one. Nothing is held back: a frame whose aircraft
 * is not yet known goes out under its address.
 */
final class Assembler {
  static final int MAX_TRANSMITTERS = 4096;
  static final Duration TTL = Duration.ofMinutes(2);

  private final LinkedHashMap<String, Transmitter> transmitters =
      new LinkedHashMap<>(16, 0.75f, true);
  private long evictions;

  /**
   * What is known of a frame's aircraft after it.
   *
   * @param position the last one, also from an earlier frame: for routing only
   */
  record Assembled(Named named, @Nullable GeoPoint position, boolean addressReused) {}

  /** Adds a frame; empty when neither an address nor an identifier tells whose it is. */
  Optional<Assembled> add(Sighting sighting, Instant observedAt) {
    String key = sighting.transmitter();
    Transmitter transmitter = key == null ? new Transmitter() : recall(key, observedAt);
    boolean reused = transmitter.add(sighting.claim(), observedAt);
    return name(transmitter, sighting)
        .map(named -> new Assembled(named, transmitter.position(), reused));
  }

  private Transmitter recall(String key, Instant observedAt) {
    Transmitter known = transmitters.get(key);
    if (known != null && !known.isOlderThan(TTL, observedAt)) {
      return known;
    }
    Transmitter fresh = new Transmitter();
    transmitters.put(key, fresh);
    if (transmitters.size() > MAX_TRANSMITTERS) {
      transmitters.pollFirstEntry();
      evictions++;
    }
    return fresh;
  }

  private static Optional<Named> name(Transmitter transmitter, Sighting sighting) {
    String address = sighting.reception().address();
    if (address == null && !transmitter.hasIdentifier()) {
      return Optional.empty();
    }
    String transport = sighting.reception().transport().label();
    DroneId otherwise = DroneId.address(transport, address == null ? "none" : address);
    Named named = transmitter.name(otherwise);
    return address == null && named.droneId().equals(otherwise)
        ? Optional.empty()
        : Optional.of(named);
  }

  /** Transmitters forgotten because there were too many. */
  long evictions() {
    return evictions;
  }

  int size() {
    return transmitters.size();
  }
}
