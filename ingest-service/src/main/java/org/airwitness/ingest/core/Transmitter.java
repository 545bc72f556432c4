package org.airwitness.ingest.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airwitness.remoteid.UaType;
import org.airwitness.remoteid.identity.DroneId;
import org.airwitness.remoteid.identity.OperatorRegistration;
import org.jspecify.annotations.Nullable;

/** What one transmitter has said of the aircraft it is on. */
final class Transmitter {
  /** An aircraft has one identifier of each type; Remote ID has four types. */
  private static final int MAX_IDS = ClaimedId.Type.values().length;

  private final List<ClaimedId> ids = new ArrayList<>(2);
  private @Nullable UaType uaType;
  private @Nullable String operatorId;
  private @Nullable String selfId;
  private @Nullable GeoPoint position;
  private Instant heardAt = Instant.MIN;
  private @Nullable Named named;

  /** Adds a claim; true when it has another identifier than before and all is begun anew. */
  boolean add(Claim claim, Instant observedAt) {
    boolean reused = claim.ids().stream().anyMatch(this::contradicts);
    if (reused) {
      forget();
    }
    claim.ids().forEach(this::addId);
    addTexts(claim);
    addPosition(claim.flight());
    if (observedAt.isAfter(heardAt)) {
      heardAt = observedAt;
    }
    return reused;
  }

  private boolean contradicts(ClaimedId id) {
    ClaimedId known = find(id.type());
    return known != null && !known.text().equals(id.text());
  }

  private @Nullable ClaimedId find(ClaimedId.Type type) {
    for (ClaimedId known : ids) {
      if (known.type() == type) {
        return known;
      }
    }
    return null;
  }

  private void forget() {
    ids.clear();
    uaType = null;
    operatorId = null;
    selfId = null;
    position = null;
    named = null;
  }

  private void addId(ClaimedId id) {
    if (find(id.type()) == null && ids.size() < MAX_IDS) {
      ids.add(id);
      named = null;
    }
  }

  private void addTexts(Claim claim) {
    if (claim.uaType() != null && claim.uaType() != UaType.NOT_DECLARED) {
      change(uaType, claim.uaType());
      uaType = claim.uaType();
    }
    if (claim.selfId() != null) {
      change(selfId, claim.selfId());
      selfId = claim.selfId();
    }
    if (claim.operatorId() != null) {
      String masked = OperatorRegistration.mask(claim.operatorId());
      change(operatorId, masked);
      operatorId = masked;
    }
  }

  private void addPosition(@Nullable Flight flight) {
    if (flight != null && flight.position() != null) {
      position = GeoPoint.of(flight.position());
    }
  }

  private void change(@Nullable Object before, Object after) {
    if (!after.equals(before)) {
      named = null;
    }
  }

  boolean hasIdentifier() {
    return !ids.isEmpty();
  }

  boolean isOlderThan(Duration ttl, Instant observedAt) {
    return Duration.between(heardAt, observedAt).abs().compareTo(ttl) > 0;
  }

  @Nullable GeoPoint position() {
    return position;
  }

  /** Names the aircraft; worked out once and kept until something new is heard. */
  Named name(DroneId otherwise) {
    Named current = named;
    if (current == null) {
      current = work(otherwise);
      named = current;
    }
    return current;
  }

  /** Chooses the identity that lasts longest, as the kinds are ordered, and the text behind it. */
  private Named work(DroneId otherwise) {
    DroneId chosen = otherwise;
    String text = ids.isEmpty() ? null : ids.getFirst().text();
    boolean found = false;
    for (ClaimedId id : ids) {
      Optional<DroneId> droneId = id.find();
      if (droneId.isPresent() && (!found || isBetter(droneId.get(), chosen))) {
        chosen = droneId.get();
        text = id.text();
        found = true;
      }
    }
    return new Named(chosen, text, uaType, operatorId, selfId);
  }

  private static boolean isBetter(DroneId one, DroneId other) {
    return one.kind().compareTo(other.kind()) < 0;
  }
}
