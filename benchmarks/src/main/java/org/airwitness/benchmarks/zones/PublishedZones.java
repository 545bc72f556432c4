package org.airwitness.benchmarks.zones;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.format.SourceProfile;
import org.airwitness.airspace.format.SourceProfiles;
import org.airwitness.airspace.format.ZoneReaders;

/**
 * Zones as states published them, from a directory with {@code ed269/}, {@code ed318/} and {@code
 * geojson/}.
 */
final class PublishedZones {
  private static final List<Publication> PUBLICATIONS =
      List.of(
          new Publication("bg-caa", "ed269/BG_2026-07-30.json"),
          new Publication("fi-traficom", "ed269/FI_2026-08-17_reconstructed.json"),
          new Publication("ie-iaa", "ed318/IE_2026-08.geojson"),
          new Publication("lu-viewer", "geojson/LU_2026-08-17_derived.geojson"),
          new Publication("ro-romatsa", "geojson/RO_2026-03-30.geojson"));

  private record Publication(String profile, String file) {}

  private PublishedZones() {}

  /** Every zone of the files that are there. */
  static List<Zone> read(Path directory) throws IOException {
    List<Zone> zones = new ArrayList<>();
    for (Publication publication : PUBLICATIONS) {
      Path file = directory.resolve(publication.file());
      if (Files.exists(file)) {
        SourceProfile source = SourceProfiles.find(publication.profile()).orElseThrow();
        zones.addAll(ZoneReaders.read(Files.readAllBytes(file), source, Load.TIME).zones());
      }
    }
    return zones;
  }
}
