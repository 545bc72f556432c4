package org.airwitness.airspace.format;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.airwitness.airspace.Volume;

/** The volumes of one zone, in the order read and each once. */
final class DistinctVolumes {
  private final Set<Volume> volumes = new LinkedHashSet<>();

  /** Adds a volume; tells at its place when it is there already. */
  void add(Volume volume, JsonAt place) {
    if (!volumes.add(volume)) {
      place.info("GEOM_DUP_VOLUME", "the same volume again; kept once");
    }
  }

  List<Volume> list() {
    return List.copyOf(volumes);
  }
}
