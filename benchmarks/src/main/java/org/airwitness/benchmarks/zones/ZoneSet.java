package org.airwitness.benchmarks.zones;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.airwitness.airspace.Zone;
import org.jspecify.annotations.Nullable;

/**
 * Zones to measure with: published ones as far as they go, then copies of those smaller than 60 km,
 * turned by any angle, scaled by 0.67 to 1.5 and put elsewhere in Europe. All polygons are valid,
 * so that every engine must give the same answers.
 *
 * @param published the zones come from published ones, else from invented ones of the same sizes
 */
record ZoneSet(boolean published, List<Zone> zones) {
  /** System property: directory with published zones. */
  static final String DIRECTORY = "airwitness.zones";

  private static final double MAX_COPIED_EXTENT_M = 60_000;

  /** The same zones for the same directory each time. */
  static ZoneSet make(int count) {
    List<Zone> published = valid(read(System.getProperty(DIRECTORY)));
    List<Zone> originals = published.isEmpty() ? valid(InventedZones.make()) : published;
    List<Zone> copied =
        originals.stream().filter(zone -> Copies.extentM(zone) < MAX_COPIED_EXTENT_M).toList();
    List<Zone> zones = new ArrayList<>(originals.subList(0, Math.min(count, originals.size())));
    Random random = new Random(269);
    while (zones.size() < count) {
      Zone copy = Copies.copy(copied.get(random.nextInt(copied.size())), zones.size(), random);
      if (JtsZones.isValid(copy)) {
        zones.add(copy);
      }
    }
    return new ZoneSet(!published.isEmpty(), zones);
  }

  private static List<Zone> valid(List<Zone> zones) {
    return zones.stream().filter(JtsZones::isValid).toList();
  }

  private static List<Zone> read(@Nullable String directory) {
    if (directory == null) {
      return List.of();
    }
    try {
      return PublishedZones.read(Path.of(directory));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the zones in " + directory, e);
    }
  }
}
