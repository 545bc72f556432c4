package org.airwitness.zone.core;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.format.Ed269Writer;
import org.airwitness.airspace.format.Ed318Writer;
import org.airwitness.airspace.format.GeoJsonExchangeWriter;
import org.airwitness.airspace.format.WrittenZones;
import org.airwitness.airspace.height.Geoid;

/** Format in which zones are given away. */
public enum ZoneExport {
  ED269,
  ED318,
  GEOJSON;

  /** Finds the format with this label. */
  public static Optional<ZoneExport> find(String label) {
    return Arrays.stream(values()).filter(format -> format.label().equals(label)).findFirst();
  }

  /** All labels, for people. */
  public static String labels() {
    return Arrays.stream(values()).map(ZoneExport::label).collect(Collectors.joining(", "));
  }

  /** Name in requests. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes zones.
   *
   * @param title name of the collection
   * @param language tag of the texts to prefer where there are several
   * @param geoid for formats without limits above the ellipsoid
   */
  public WrittenZones write(String title, Collection<Zone> zones, String language, Geoid geoid) {
    return switch (this) {
      case ED269 -> new Ed269Writer(language, geoid).write(title, zones);
      case ED318 -> new Ed318Writer(language).write(title, zones);
      case GEOJSON -> new GeoJsonExchangeWriter().write(zones);
    };
  }
}
