package org.airwitness.alert.core;

import org.airwitness.platform.agency.AgencyId;

/** Port: the bus record of an alert after a change. */
@FunctionalInterface
public interface AlertRecord {
  byte[] encode(AgencyId agency, Alert alert);
}
