package org.airwitness.airspace;

import java.util.List;

/**
 * Result of reading one zone document.
 *
 * @param zones the zones that can be used, in document order
 * @param quarantined the zones that cannot, in document order
 * @param issues every deviation, in document order
 */
public record ZoneImport(List<Zone> zones, List<QuarantinedZone> quarantined, List<Issue> issues) {
  public ZoneImport {
    zones = List.copyOf(zones);
    quarantined = List.copyOf(quarantined);
    issues = List.copyOf(issues);
  }

  /** True when the whole document is refused. */
  public boolean refused() {
    return issues.stream().anyMatch(issue -> issue.severity() == Severity.FATAL);
  }
}
