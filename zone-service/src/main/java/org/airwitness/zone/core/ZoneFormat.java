package org.airwitness.zone.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.format.DocumentFormat;
import org.airwitness.airspace.format.SourceProfile;
import org.airwitness.airspace.format.SourceProfiles;
import org.airwitness.airspace.format.ZoneReaders;
import org.jspecify.annotations.Nullable;

/** Format of a zone document; {@link #label} is its name in requests and in the database. */
public enum ZoneFormat {
  GEOJSON(DocumentFormat.GEOJSON),
  ED269(DocumentFormat.ED269),
  ED318(DocumentFormat.ED318),
  OPENAIR(DocumentFormat.OPENAIR),
  AIXM(DocumentFormat.AIXM),
  KML(DocumentFormat.KML),
  FAA_TFR(DocumentFormat.FAA_TFR),
  /** GeoJSON with members of the publisher's own; read by the source's profile only. */
  GEOJSON_MAPPED(DocumentFormat.GEOJSON);

  private final DocumentFormat document;

  ZoneFormat(DocumentFormat document) {
    this.document = document;
  }

  /** Finds the format with this label. */
  public static Optional<ZoneFormat> find(String label) {
    return Arrays.stream(values()).filter(format -> format.label().equals(label)).findFirst();
  }

  /** The format in which a source publishes. */
  public static ZoneFormat of(SourceProfile profile) {
    return switch (profile.format()) {
      case GEOJSON -> profile.mapping() == null ? GEOJSON : GEOJSON_MAPPED;
      case ED269 -> ED269;
      case ED318 -> ED318;
      case OPENAIR -> OPENAIR;
      case AIXM -> AIXM;
      case KML -> KML;
      case FAA_TFR -> FAA_TFR;
    };
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** True when a document can be read without knowing who published it. */
  public boolean standsAlone() {
    return this != GEOJSON_MAPPED;
  }

  /** The profile of a source of this format that nothing more is known about. */
  SourceProfile plainProfile(String source) {
    return SourceProfile.of(source, document);
  }

  /** Text from which {@link #restore} makes the zone again. */
  String stored(Zone zone) {
    return readsItsRaw() ? zone.raw() : ZoneRecord.write(zone);
  }

  /**
   * Makes a zone again from what {@link #stored} gave.
   *
   * @param source id of the bundled profile by which it was read; null, or one that is no longer
   *     bundled, for none
   * @throws IllegalStateException when it holds no zone any more
   */
  public Zone restore(UUID id, String stored, @Nullable String source) {
    if (!readsItsRaw()) {
      return ZoneRecord.read(stored).withId(id);
    }
    String document = this == ED269 ? "[" + stored + "]" : stored;
    SourceProfile profile =
        Optional.ofNullable(source)
            .flatMap(SourceProfiles::find)
            .map(SourceProfile::withoutBox)
            .orElseGet(() -> plainProfile("stored"));
    ZoneImport read = ZoneReaders.read(document.getBytes(UTF_8), profile, Instant.MIN);
    if (read.zones().size() != 1) {
      throw new IllegalStateException(
          "Stored zone %s does not read as %s: %s".formatted(id, label(), read.issues()));
    }
    return read.zones().getFirst().withId(id);
  }

  /** True when one zone's published form reads by itself, so that better readers improve it. */
  private boolean readsItsRaw() {
    return switch (this) {
      case GEOJSON, ED269 -> true;
      case ED318, OPENAIR, AIXM, KML, FAA_TFR, GEOJSON_MAPPED -> false;
    };
  }
}
