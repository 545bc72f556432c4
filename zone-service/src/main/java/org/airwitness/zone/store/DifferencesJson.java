package org.airwitness.zone.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.airwitness.airspace.ZoneKey;
import org.airwitness.airspace.edition.EditionDiff;

/**
 * Column {@code import_job.differences}: what an edition adds, removes and changes, the first of
 * each.
 *
 * @param added zones by country and identifier, as are {@code removed}
 * @param changed zones with the names of the fields that differ
 */
@RegisterForReflection
record DifferencesJson(List<Key> added, List<Key> removed, List<Change> changed) {
  /** Zones that are listed of each kind; all of them are counted. */
  private static final int MAX_LISTED = 1000;

  @RegisterForReflection
  record Key(String country, String identifier) {
    static Key of(ZoneKey key) {
      return new Key(key.country(), key.identifier());
    }
  }

  @RegisterForReflection
  record Change(String country, String identifier, List<String> fields) {}

  static DifferencesJson of(EditionDiff diff) {
    return new DifferencesJson(
        diff.added().stream().limit(MAX_LISTED).map(Key::of).toList(),
        diff.removed().stream().limit(MAX_LISTED).map(Key::of).toList(),
        diff.changed().stream()
            .limit(MAX_LISTED)
            .map(c -> new Change(c.key().country(), c.key().identifier(), c.fields()))
            .toList());
  }
}
