package org.airwitness.airspace.format;

import java.time.Instant;
import java.util.List;
import org.airwitness.airspace.ZoneImport;

/**
 * Reader of GeoJSON (RFC 7946) whose members a mapping names, as national viewers and the FAA
 * publish it.
 */
public final class MappedZoneReader implements ZoneReader {
  private final SourceProfile profile;
  private final FeatureMapping mapping;

  /**
   * Reader for one source.
   *
   * @throws IllegalArgumentException when the profile has no mapping
   */
  public MappedZoneReader(SourceProfile profile) {
    if (profile.mapping() == null) {
      throw new IllegalArgumentException("the profile has no mapping: " + profile.id());
    }
    this.profile = profile;
    mapping = profile.mapping();
  }

  @Override
  public ZoneImport read(byte[] document, Instant now) {
    ZoneReading reading = new ZoneReading(profile, now);
    MappedFeatureReader features = new MappedFeatureReader(reading, mapping);
    JsonDocument.parse(document, reading.issues())
        .filter(FeatureCollection::isWgs84)
        .filter(MappedZoneReader::isComplete)
        .map(FeatureCollection::features)
        .orElse(List.of())
        .forEach(feature -> features.read(feature, feature.node().toString()));
    return reading.result();
  }

  /** False after reporting that the server has sent a part only. */
  private static boolean isComplete(JsonAt root) {
    boolean exceeded =
        root.member("exceededTransferLimit").node().asBoolean()
            || root.member("properties").member("exceededTransferLimit").node().asBoolean();
    if (exceeded) {
      root.fatal("DOC_TRUNCATED", "exceededTransferLimit: the remaining pages are missing");
    }
    return !exceeded;
  }
}
