package org.airwitness.zone.store;

/** An agency would have more zones than it may. */
public final class TooManyZonesException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooManyZonesException(long zones) {
    super(
        "An agency has at most %d zones; this would make it %d"
            .formatted(AgencyZoneStore.MAX_ZONES, zones));
  }
}
