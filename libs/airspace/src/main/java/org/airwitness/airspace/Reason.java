package org.airwitness.airspace;

/** Why a zone was published (EUROCAE ED-269; {@code DAR} from ED-318). */
public enum Reason {
  AIR_TRAFFIC,
  SENSITIVE,
  PRIVACY,
  POPULATION,
  NATURE,
  NOISE,
  FOREIGN_TERRITORY,
  EMERGENCY,
  DAR,
  OTHER
}
