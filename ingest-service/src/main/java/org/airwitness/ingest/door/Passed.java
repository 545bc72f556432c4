package org.airwitness.ingest.door;

import org.airwitness.ingest.core.Tally;
import org.airwitness.ingest.core.Verdict;

/** A message that is on the bus, with what became of its items. */
public record Passed(Verdict verdict, Tally tally) {}
