package org.airwitness.alert.core;

/** The namespace of a canonical drone id. */
public enum DroneIdType {
  SERIAL,
  CAA,
  UTM,
  SESSION,
  UNCLASSIFIED,
  ADDR,
  DJI
}
