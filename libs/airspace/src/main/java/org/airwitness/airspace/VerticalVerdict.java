package org.airwitness.airspace;

/** Whether a height lies between the limits of a volume. */
public enum VerticalVerdict {
  IN,
  /** A needed height is missing and no other limit rules the drone out. */
  UNKNOWN,
  OUT
}
