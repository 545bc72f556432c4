package org.airwitness.zone.rest;

import java.util.UUID;
import org.airwitness.platform.rest.ProblemException;

/** Ids in paths. */
final class ZoneIds {
  private ZoneIds() {}

  /** An id that is none is as unknown as any other. */
  static UUID read(String id, String what) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound(what);
    }
  }
}
