/** The way every message takes, whatever it came in by: limits, decide, publish, confirm. */
@NullMarked
package org.airwitness.ingest.door;

import org.jspecify.annotations.NullMarked;
