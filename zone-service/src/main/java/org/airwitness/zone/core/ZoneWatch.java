package org.airwitness.zone.core;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.airwitness.airspace.MonitorSettings;
import org.airwitness.airspace.Outcome;
import org.airwitness.airspace.Presence;
import org.airwitness.airspace.ZoneMonitor;
import org.airwitness.airspace.height.Environment;
import org.airwitness.platform.agency.AgencyId;

/** The zone monitors of the agencies whose tracks are read here; not safe for several threads. */
public final class ZoneWatch {
  private final Map<AgencyId, Watched> agencies = new HashMap<>();

  private final Environment environment;

  /**
   * Watch over nothing yet.
   *
   * @param environment what is known of the places besides what drones report
   */
  public ZoneWatch(Environment environment) {
    this.environment = environment;
  }

  /**
   * What is watched of an agency.
   *
   * @param due when the time is to be told to the monitor
   */
  private record Watched(ZoneMonitor monitor, long version, Instant due) {}

  public boolean watches(AgencyId agency) {
    return agencies.containsKey(agency);
  }

  /** Version of the zones in use, by agency. */
  public Map<AgencyId, Long> versions() {
    return agencies.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().version()));
  }

  /** Begins, or begins again, with stored state; ends stays in zones that went in the meantime. */
  public Outcome begin(AgencyId agency, AgencyZones zones, Collection<Presence> presences) {
    ZoneMonitor monitor =
        new ZoneMonitor(agency.value(), zones.index(), environment, MonitorSettings.DEFAULT);
    monitor.restore(presences);
    agencies.put(agency, new Watched(monitor, zones.version(), Instant.MIN));
    return monitor.onZonesChanged(zones.index(), zones.changedAt());
  }

  public void forget(AgencyId agency) {
    agencies.remove(agency);
  }

  /** Tells what a track update of an agency that is watched brings about. */
  public Outcome onTrack(AgencyId agency, TrackChange change) {
    Watched watched = agencies.get(agency);
    if (watched == null) {
      throw new IllegalStateException("Agency " + agency + " is not watched");
    }
    return switch (change) {
      case TrackChange.Moved(var fix) -> watched.monitor().onFix(fix);
      case TrackChange.Lost(var trackId, var sequence, var at) ->
          watched.monitor().onTrackLost(trackId, sequence, at);
      case TrackChange.Unmoved() -> Outcome.NOTHING;
    };
  }

  /** The agencies of which a zone began or ceased to apply since their time was told. */
  public List<AgencyId> due(Instant now) {
    return agencies.entrySet().stream()
        .filter(entry -> !entry.getValue().due().isAfter(now))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Tells what the time means for tracks that have not been heard since, if it is watched. */
  public Outcome onTime(AgencyId agency, Instant now) {
    Watched watched = agencies.get(agency);
    if (watched == null) {
      return Outcome.NOTHING;
    }
    Instant next = watched.monitor().nextEdge(now);
    agencies.put(agency, new Watched(watched.monitor(), watched.version(), next));
    return watched.monitor().onTime(now);
  }

  /** Puts other zones into use, if the agency is watched and they are newer than those in use. */
  public Outcome onZonesChanged(AgencyId agency, AgencyZones zones) {
    Watched watched = agencies.get(agency);
    if (watched == null || zones.version() <= watched.version()) {
      return Outcome.NOTHING;
    }
    agencies.put(agency, new Watched(watched.monitor(), zones.version(), Instant.MIN));
    return watched.monitor().onZonesChanged(zones.index(), zones.changedAt());
  }
}
