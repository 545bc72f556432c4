package org.airwitness.airspace;

import java.time.Instant;
import java.util.List;
import org.airwitness.airspace.format.SourceProfile;
import org.airwitness.airspace.format.SourceProfiles;
import org.airwitness.airspace.format.ZoneReaders;

/** The published zones of five states, in document order; tests that ask for them may skip. */
final class RealZones {
  private static final Instant NOW = Instant.parse("2026-08-24T12:00:00Z");

  private static final List<Publication> PUBLICATIONS =
      List.of(
          new Publication("BG", "bg-caa", "ed269/BG_2026-07-30.json"),
          new Publication("FI", "fi-traficom", "ed269/FI_2026-08-17_reconstructed.json"),
          new Publication("IE", "ie-iaa", "ed318/IE_2026-08.geojson"),
          new Publication("LU", "lu-viewer", "geojson/LU_2026-08-17_derived.geojson"),
          new Publication("RO", "ro-romatsa", "geojson/RO_2026-03-30.geojson"));

  private record Publication(String state, String profile, String file) {
    List<Zone> zones() {
      SourceProfile source = SourceProfiles.find(profile).orElseThrow();
      return ZoneReaders.read(TestData.external(file), source, NOW).zones();
    }
  }

  private RealZones() {}

  static List<Zone> of(String state) {
    return PUBLICATIONS.stream()
        .filter(publication -> publication.state().equals(state))
        .findFirst()
        .orElseThrow()
        .zones();
  }

  static List<Zone> all() {
    return PUBLICATIONS.stream().flatMap(publication -> publication.zones().stream()).toList();
  }
}
