package org.airwitness.zone.core;

import java.util.ArrayList;
import java.util.List;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.edition.ZoneContent;

/**
 * What a zone says at one moment of its life, to be compared with another.
 *
 * @param status where it is in its life
 * @param validity how long it stands
 */
public record ZoneRevision(Zone zone, ZoneStatus status, Validity validity) {

  /** Names of what differs from the revision before, those of the content first. */
  public List<String> differences(ZoneRevision before) {
    List<String> names = new ArrayList<>();
    if (!zone.key().identifier().equals(before.zone.key().identifier())) {
      names.add("identifier");
    }
    if (!zone.key().country().equals(before.zone.key().country())) {
      names.add("country");
    }
    names.addAll(ZoneContent.of(zone).differences(ZoneContent.of(before.zone)));
    if (status != before.status) {
      names.add("status");
    }
    if (!validity.equals(before.validity)) {
      names.add("validity");
    }
    return names;
  }
}
