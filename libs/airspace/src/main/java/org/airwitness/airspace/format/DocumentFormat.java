package org.airwitness.airspace.format;

/** Format in which zones are published. */
public enum DocumentFormat {
  /** EUROCAE ED-269, JSON. */
  ED269,
  /** EUROCAE ED-318, GeoJSON. */
  ED318,
  /** GeoJSON (RFC 7946): with the members of {@link GeoJsonZoneReader}, or by a mapping. */
  GEOJSON,
  /** OpenAir of 1998 and version 2, text. */
  OPENAIR,
  /** AIXM 5.1 and 5.1.1, XML. */
  AIXM,
  /** KML 2.2, by a mapping. */
  KML,
  /** Temporary flight restriction of the FAA, XML. */
  FAA_TFR
}
