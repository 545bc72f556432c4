package org.airwitness.ingest.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.airwitness.remoteid.BasicId;
import org.airwitness.remoteid.Frame;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.Message;
import org.airwitness.remoteid.OperatorId;
import org.airwitness.remoteid.SelfId;
import org.airwitness.remoteid.UaType;
import org.airwitness.remoteid.UasId;
import org.airwitness.remoteid.identity.DroneId;
import org.airwitness.remoteid.identity.OperatorRegistration;
import org.jspecify.annotations.Nullable;

/** What one transmitter has said of the aircraft it is on. */
final class Transmitter {
  private final List<BasicId> basicIds = new ArrayList<>(2);
  private @Nullable UaType uaType;
  private @Nullable String operatorId;
  private @Nullable String selfId;
  private @Nullable GeoPoint position;
  private Instant heardAt = Instant.MIN;
  private @Nullable Named named;

  /** Adds a frame; true when it carries another identifier than before and all is begun anew. */
  boolean add(Frame frame, Instant observedAt) {
    boolean reused = isAnother(frame);
    if (reused) {
      forget();
    }
    frame.messages().forEach(this::add);
    if (observedAt.isAfter(heardAt)) {
      heardAt = observedAt;
    }
    return reused;
  }

  private boolean isAnother(Frame frame) {
    for (Message message : frame.messages()) {
      if (message instanceof BasicId basicId && contradicts(basicId)) {
        return true;
      }
    }
    return false;
  }

  private boolean contradicts(BasicId basicId) {
    BasicId known = find(basicId);
    return known != null && basicId.id() != null && !Objects.equals(known.id(), basicId.id());
  }

  private @Nullable BasicId find(BasicId sameKind) {
    for (BasicId known : basicIds) {
      if (known.idType() == sameKind.idType()) {
        return known;
      }
    }
    return null;
  }

  private void forget() {
    basicIds.clear();
    uaType = null;
    operatorId = null;
    selfId = null;
    position = null;
    named = null;
  }

  private void add(Message message) {
    switch (message) {
      case BasicId basicId -> addBasicId(basicId);
      case Location location -> addPosition(location);
      case SelfId self -> addSelfId(self);
      case OperatorId operator -> addOperatorId(operator);
      default -> {} // System is passed on with its own frame only; the rest names nobody
    }
  }

  private void addBasicId(BasicId basicId) {
    if (basicId.uaType() != null && basicId.uaType() != UaType.NOT_DECLARED) {
      change(uaType, basicId.uaType());
      uaType = basicId.uaType();
    }
    if (basicId.id() != null && find(basicId) == null) {
      basicIds.add(basicId);
      named = null;
    }
  }

  private void addPosition(Location location) {
    if (location.position() != null) {
      position = GeoPoint.of(location.position());
    }
  }

  private void addSelfId(SelfId self) {
    if (self.description() != null) {
      change(selfId, self.description());
      selfId = self.description();
    }
  }

  private void addOperatorId(OperatorId operator) {
    if (operator.id() != null) {
      String masked = OperatorRegistration.mask(operator.id());
      change(operatorId, masked);
      operatorId = masked;
    }
  }

  private void change(@Nullable Object before, Object after) {
    if (!after.equals(before)) {
      named = null;
    }
  }

  boolean hasIdentifier() {
    return !basicIds.isEmpty();
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
      DroneId droneId = DroneId.canonical(basicIds, otherwise).id();
      current = new Named(droneId, uasId(droneId), uaType, operatorId, selfId);
      named = current;
    }
    return current;
  }

  /** Returns the received text behind the chosen identity, or of the first identifier. */
  private @Nullable String uasId(DroneId droneId) {
    for (BasicId basicId : basicIds) {
      if (DroneId.canonical(basicId, NOBODY).id().equals(droneId)) {
        return text(basicId.id());
      }
    }
    return basicIds.isEmpty() ? null : text(basicIds.getFirst().id());
  }

  private static final DroneId NOBODY = DroneId.address("none", "none");

  private static @Nullable String text(@Nullable UasId id) {
    return switch (id) {
      case null -> null;
      case UasId.Text text -> text.text();
      case UasId.Utm utm -> utm.uuid().toString();
      case UasId.Session session -> session.bytes().hex();
    };
  }
}
