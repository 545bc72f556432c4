package org.airwitness.ingest.door;

import org.airwitness.platform.agency.AgencyId;

/** Those who read from sensors; told on the door's thread when to stop and when to go on. */
public interface Readers {
  /** Read nothing more from an agency's sensors: too much of theirs waits for the bus. */
  void hold(AgencyId agency);

  /** Read from an agency's sensors again. */
  void release(AgencyId agency);

  /** Read nothing more from anyone: too much waits for the bus. */
  void holdAll();

  /** Read from all again. */
  void releaseAll();
}
