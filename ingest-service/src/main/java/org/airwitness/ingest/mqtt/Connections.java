package org.airwitness.ingest.mqtt;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.platform.agency.AgencyId;

/** The connections open now; used on the listener's thread only. */
final class Connections {
  private final Map<SensorKey, Map<String, SensorConnection>> bySensor = new HashMap<>();
  private final Map<AgencyId, Integer> perAgency = new HashMap<>();
  private volatile int count;

  /** Adds a connection; an older one of the same sensor and client id gives way (MQTT 3.1.4-2). */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  void add(SensorConnection connection) {
    Map<String, SensorConnection> ofSensor =
        bySensor.computeIfAbsent(connection.key(), key -> new HashMap<>());
    SensorConnection older = ofSensor.get(connection.clientId());
    if (older != null) {
      older.close(CloseReason.TAKEN_OVER);
      remove(older);
    }
    bySensor
        .computeIfAbsent(connection.key(), key -> new HashMap<>())
        .put(connection.clientId(), connection);
    perAgency.merge(connection.key().agency(), 1, Integer::sum);
    count++;
  }

  /** Removes a connection that has ended; does nothing for one that was replaced. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  void remove(SensorConnection connection) {
    Map<String, SensorConnection> ofSensor = bySensor.get(connection.key());
    if (ofSensor == null || !ofSensor.remove(connection.clientId(), connection)) {
      return;
    }
    if (ofSensor.isEmpty()) {
      bySensor.remove(connection.key());
    }
    perAgency.merge(connection.key().agency(), -1, (a, b) -> a + b == 0 ? null : a + b);
    count--;
  }

  Collection<SensorConnection> of(SensorKey sensor) {
    Map<String, SensorConnection> ofSensor = bySensor.get(sensor);
    return ofSensor == null ? List.of() : List.copyOf(ofSensor.values());
  }

  List<SensorConnection> all() {
    return bySensor.values().stream().flatMap(ofSensor -> ofSensor.values().stream()).toList();
  }

  int ofAgency(AgencyId agency) {
    return perAgency.getOrDefault(agency, 0);
  }

  /** Whether such a connection is open, which a new one will replace. */
  boolean has(SensorKey sensor, String clientId) {
    Map<String, SensorConnection> ofSensor = bySensor.get(sensor);
    return ofSensor != null && ofSensor.containsKey(clientId);
  }

  int ofSensor(SensorKey sensor) {
    Map<String, SensorConnection> ofSensor = bySensor.get(sensor);
    return ofSensor == null ? 0 : ofSensor.size();
  }

  List<SensorConnection> of(AgencyId agency) {
    return all().stream().filter(open -> open.key().agency().equals(agency)).toList();
  }

  int count() {
    return count;
  }
}
