package org.airwitness.ingest.mqtt;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.airwitness.ingest.door.Door;
import org.airwitness.ingest.door.Readers;
import org.airwitness.platform.agency.AgencyId;

/**
 * Stops reading from connections while too much waits for the bus. Those that have waited longest
 * are read first afterwards; when it gets full again meanwhile, the others keep their places.
 */
final class HeldConnections implements Readers {
  private final Connections connections;
  private final Door door;
  private final Line everyone = new Line(Hold.ALL);
  private final Map<AgencyId, Line> agencies = new HashMap<>();

  HeldConnections(Connections connections, Door door) {
    this.connections = connections;
    this.door = door;
  }

  /** Connections on hold for one reason, the longest waiting first. */
  private static final class Line {
    private final Hold reason;
    private final Set<SensorConnection> waiting = new LinkedHashSet<>();

    Line(Hold reason) {
      this.reason = reason;
    }

    void hold(Collection<SensorConnection> open) {
      open.forEach(connection -> connection.hold(reason));
      waiting.addAll(open);
    }

    /** Releases one after the other; releasing one may bring in what makes it full again. */
    void release(BooleanSupplier full) {
      for (SensorConnection connection : List.copyOf(waiting)) {
        if (full.getAsBoolean()) {
          return;
        }
        waiting.remove(connection);
        connection.release(reason);
      }
    }
  }

  @Override
  public void hold(AgencyId agency) {
    lineOf(agency).hold(connections.of(agency));
  }

  @Override
  public void release(AgencyId agency) {
    Line line = lineOf(agency);
    line.release(() -> door.isFull(agency));
    if (line.waiting.isEmpty()) {
      agencies.remove(agency, line);
    }
  }

  @Override
  public void holdAll() {
    everyone.hold(connections.all());
  }

  @Override
  public void releaseAll() {
    everyone.release(door::isFull);
  }

  /** Holds a new connection when the others are held. */
  void enter(SensorConnection connection) {
    AgencyId agency = connection.key().agency();
    if (door.isFull()) {
      everyone.hold(List.of(connection));
    }
    if (door.isFull(agency)) {
      lineOf(agency).hold(List.of(connection));
    }
  }

  /** Forgets a connection that has ended. */
  void leave(SensorConnection connection) {
    everyone.waiting.remove(connection);
    Line line = agencies.get(connection.key().agency());
    if (line != null) {
      line.waiting.remove(connection);
    }
  }

  private Line lineOf(AgencyId agency) {
    return agencies.computeIfAbsent(agency, key -> new Line(Hold.AGENCY));
  }
}
