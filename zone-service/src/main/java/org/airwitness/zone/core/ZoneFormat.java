package org.airwitness.zone.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.format.Ed269Reader;
import org.airwitness.airspace.format.GeoJsonZoneReader;

/** Format of a zone document; {@link #label} is its name in requests and in the database. */
public enum ZoneFormat {
  GEOJSON,
  ED269;

  /** Finds the format with this label. */
  public static Optional<ZoneFormat> find(String label) {
    return Arrays.stream(values()).filter(format -> format.label().equals(label)).findFirst();
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a document.
   *
   * @param source part of every zone's key, and so of its id
   */
  public ZoneImport read(String source, byte[] document) {
    return switch (this) {
      case GEOJSON -> new GeoJsonZoneReader(source).read(document);
      case ED269 -> new Ed269Reader(source).read(document);
    };
  }

  /**
   * Reads again what {@link Zone#raw} kept of one zone.
   *
   * @throws IllegalStateException when it holds no zone any more
   */
  public Zone restore(UUID id, String raw) {
    String document = this == ED269 ? "[" + raw + "]" : raw;
    ZoneImport read = read("stored", document.getBytes(UTF_8));
    if (read.zones().size() != 1) {
      throw new IllegalStateException(
          "Stored zone %s does not read as %s: %s".formatted(id, label(), read.issues()));
    }
    return read.zones().getFirst().withId(id);
  }
}
