package org.airwitness.airspace;

/** For whom a zone is meant: everybody, or one kind of operation (EUROCAE ED-269 and ED-318). */
public enum Variant {
  COMMON,
  CUSTOMIZED
}
