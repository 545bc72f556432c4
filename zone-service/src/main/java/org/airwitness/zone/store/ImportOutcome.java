package org.airwitness.zone.store;

/**
 * What an import changed.
 *
 * @param added zones that were not there
 * @param replaced zones that were there with other content
 * @param unchanged zones that were there with the same content
 */
public record ImportOutcome(int added, int replaced, int unchanged) {
  public boolean changed() {
    return added + replaced > 0;
  }
}
