package org.airwitness.remoteid;

/** The part of a message a {@link Finding} is about. */
public enum Field {
  VERSION("version"),
  RESERVED("reserved"),
  ID_TYPE("id-type"),
  UA_TYPE("ua-type"),
  UAS_ID("uas-id"),
  SESSION_TYPE("session-type"),
  STATUS("status"),
  COURSE("course"),
  GROUND_SPEED("ground-speed"),
  VERTICAL_SPEED("vertical-speed"),
  LATITUDE("latitude"),
  LONGITUDE("longitude"),
  PRESSURE_ALTITUDE("pressure-altitude"),
  GEODETIC_ALTITUDE("geodetic-altitude"),
  HEIGHT("height"),
  HEIGHT_REFERENCE("height-reference"),
  HORIZONTAL_ACCURACY("horizontal-accuracy"),
  VERTICAL_ACCURACY("vertical-accuracy"),
  PRESSURE_ALTITUDE_ACCURACY("pressure-altitude-accuracy"),
  SPEED_ACCURACY("speed-accuracy"),
  TIME("time"),
  TIME_ACCURACY("time-accuracy"),
  AUTH_TYPE("auth-type"),
  AUTH_PAGE("auth-page"),
  AUTH_LAST_PAGE("auth-last-page"),
  AUTH_LENGTH("auth-length"),
  DESCRIPTION_TYPE("description-type"),
  DESCRIPTION("description"),
  CLASSIFICATION("classification"),
  OPERATOR_LOCATION_TYPE("operator-location-type"),
  OPERATOR_LATITUDE("operator-latitude"),
  OPERATOR_LONGITUDE("operator-longitude"),
  OPERATOR_ALTITUDE("operator-altitude"),
  AREA_RADIUS("area-radius"),
  AREA_CEILING("area-ceiling"),
  AREA_FLOOR("area-floor"),
  EU_CATEGORY("eu-category"),
  EU_CLASS("eu-class"),
  OPERATOR_ID_TYPE("operator-id-type"),
  OPERATOR_ID("operator-id"),
  HOME_LATITUDE("home-latitude"),
  HOME_LONGITUDE("home-longitude"),
  TAKEOFF_LATITUDE("takeoff-latitude"),
  TAKEOFF_LONGITUDE("takeoff-longitude"),
  ALTITUDE("altitude"),
  ACCOUNT_ID("account-id"),
  FLIGHT_ID("flight-id"),
  FLIGHT_PURPOSE("flight-purpose"),
  FRENCH_ID("french-id"),
  RECORD("record");

  private final String code;

  Field(String code) {
    this.code = code;
  }

  /** A stable name in kebab case. */
  public String code() {
    return code;
  }
}
