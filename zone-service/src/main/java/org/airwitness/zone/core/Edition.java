package org.airwitness.zone.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.QuarantinedZone;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.ZoneKey;
import org.airwitness.airspace.edition.EditionDiff;
import org.airwitness.airspace.edition.EditionGuard;

/**
 * The next edition of a set of zones beside the one in force.
 *
 * @param put zones to store, new or in place of what they were
 * @param added how many of them are not in force
 * @param withdrawn zones that are in force and not in the next edition
 * @param diff what changes
 * @param refusal why the edition should not be taken, if anything speaks against it
 */
public record Edition(
    List<ZonePut> put, int added, Set<UUID> withdrawn, EditionDiff diff, Optional<Issue> refusal) {

  /**
   * A zone of the edition in force.
   *
   * @param contentHash of what was published
   */
  public record InForce(Zone zone, String contentHash) {}

  /**
   * Compares a document with the edition in force.
   *
   * @param quarantined what could not be used of it
   * @param shrinkLimit share of the zones that may vanish at once
   */
  public static Edition next(
      Collection<InForce> inForce,
      List<QuarantinedZone> quarantined,
      ZoneDocument document,
      double shrinkLimit) {
    ZoneImport before =
        new ZoneImport(inForce.stream().map(InForce::zone).toList(), quarantined, List.of());
    ZoneImport after = document.edition();
    EditionDiff diff = EditionDiff.between(before.zones(), after.zones());
    Set<UUID> withdrawn = new HashSet<>();
    Map<UUID, String> hashes = new HashMap<>();
    for (InForce zone : inForce) {
      withdrawn.add(zone.zone().id());
      hashes.put(zone.zone().id(), zone.contentHash());
    }
    document.drafts().forEach(draft -> withdrawn.remove(draft.id()));
    Optional<Issue> refusal =
        inForce.isEmpty() ? Optional.empty() : new EditionGuard(shrinkLimit).check(before, after);
    List<ZonePut> put = put(document, hashes, diff);
    int added = (int) put.stream().filter(p -> !hashes.containsKey(p.draft().id())).count();
    return new Edition(put, added, withdrawn, diff, refusal);
  }

  private static List<ZonePut> put(
      ZoneDocument document, Map<UUID, String> hashes, EditionDiff diff) {
    Map<ZoneKey, List<String>> fields = new HashMap<>();
    diff.changed().forEach(change -> fields.put(change.key(), change.fields()));
    List<ZonePut> put = new ArrayList<>();
    for (ZoneDraft draft : document.drafts()) {
      if (!draft.contentHash().equals(hashes.get(draft.id()))) {
        put.add(new ZonePut(draft, fields.getOrDefault(draft.zone().key(), List.of())));
      }
    }
    return put;
  }
}
